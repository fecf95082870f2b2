import type { Filter } from 'mongodb'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { grantsOf } from '@xiangli/shared/core/scope'
import type { Appointment } from '@xiangli/shared/core/actor'
import { monthsOf, type Way } from '@xiangli/shared/stats/figures'
import { fail } from '../../core/fail'
import type { Context } from '../../core/operation'
import { regionById, unitById, type Region, type Unit } from '../region'
import type { FactDoc } from './fact.model'

type Asked = Pick<ParsedOf<'stats.show'>, 'period' | 'regionId' | 'unitId'>

export interface View {
  region: Region
  unitId: string | undefined
  filter: Filter<FactDoc>
  index: 'fact_place' | 'fact_unit'
}

/** Nothing is counted below a village: a grid is asked for as its village. */
const asked = (regionId: string): Region => {
  const region = regionById(regionId) ?? fail('region.unknown', { field: 'regionId' })
  return region.level === 'grid' ? (regionById(region.parentId ?? '') ?? region) : region
}

const within = (held: Appointment, wanted: Region | undefined): Region | undefined => {
  const own = asked(held.regionId)
  if (!wanted || own.path.startsWith(wanted.path)) return own
  return wanted.path.startsWith(own.path) ? wanted : undefined
}

/** A unit of the place, or one above that works there. */
const serves = (unit: Unit | undefined, { path }: Region): boolean => {
  const own = regionById(unit?.regionId ?? '')?.path
  return unit === undefined || (own !== undefined && (own.startsWith(path) || path.startsWith(own)))
}

const placeFilter = ({ id, level, parentId }: Region): Filter<FactDoc> =>
  level === 'county' ? {} : level === 'town' ? { town: id } : { town: parentId ?? '', village: id }

/** What this reader may count: the place of an appointment, or inside it; of a department what was in its own hands. */
export const viewOf = (ctx: Context, { period, regionId, unitId }: Asked): View => {
  ctx.scopeApplied = true
  const chosen = unitId === undefined ? undefined : (unitById(unitId) ?? fail('region.unknownUnit', { field: 'unitId' }))
  const wanted = regionId === undefined ? undefined : asked(regionId)
  for (const held of grantsOf(ctx.actor, ctx.operation)) {
    const region = within(held, wanted)
    const unit = held.isDepartment ? held.unitId : unitId
    if (!region || (held.isDepartment && unitId !== undefined && unitId !== held.unitId) || !serves(chosen, region)) continue
    const filter = { month: { $in: monthsOf(period) }, ...placeFilter(region), ...(unit ? { unitId: unit } : {}) }
    return { region, unitId: unit, filter, index: unit ? 'fact_unit' : 'fact_place' }
  }
  return fail('core.notFound')
}

/** The field that tells the rows apart. */
export const fieldOf = (by: Way, { level }: Region): 'town' | 'village' | 'unitId' | 'category' =>
  by === 'unit' ? 'unitId' : by === 'category' ? 'category' : level === 'county' ? 'town' : 'village'
