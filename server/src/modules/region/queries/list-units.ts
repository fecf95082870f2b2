import { ancestorsOf, grantsOf } from '@xiangli/shared/core/scope'
import { fail } from '../../../core/fail'
import { defineQuery } from '../../../core/operation'
import type { Unit } from '../county-map'
import { presentUnit } from '../present'
import { countyMap } from '../regions'

/** Inside the region, or on the way up from it. */
const touches = (unit: Unit, regionPath: string): boolean =>
  unit.regionPath.startsWith(regionPath) || ancestorsOf(regionPath).includes(unit.regionId)

export const listUnits = defineQuery('region.listUnits', async (ctx, { regionId }) => {
  const { regions, units } = countyMap()
  const narrowed = regionId === undefined ? undefined : (regions.get(regionId)?.path ?? fail('region.unknown'))
  const held = grantsOf(ctx.actor, ctx.operation).map(({ regionPath }) => regionPath)
  ctx.scopeApplied = true
  const seen = units.filter((unit) => held.some((path) => touches(unit, path)))
  return { items: seen.filter((unit) => narrowed === undefined || touches(unit, narrowed)).map(presentUnit) }
})
