import type { AboutLevel } from '@xiangli/shared/casework/about'
import type { CaseType } from '@xiangli/shared/casework/case-type'
import type { CasePlace } from '@xiangli/shared/casework/record'
import { ambient } from '../../core/context'
import { fail } from '../../core/fail'
import { workingTime } from '../calendar'
import { parentUnit, regionById, regionOnPath, unitById, unitOfRegion, type Unit } from '../region'
import type { CaseDoc } from './case.model'
import type { Charge } from './routing'

/** The unit, if it serves the place of the case. */
export const servingUnit = (unitId: string, regionPath: string): Unit => {
  const unit = unitById(unitId) ?? fail('region.unknownUnit', { field: 'unitId' })
  const region = regionById(unit.regionId)
  const serves = region ? regionPath.startsWith(region.path) : false
  return serves ? unit : fail('casework.outsideScope', { field: 'unitId' })
}

/** Is the unit of that level or below it? */
export const isAtLevel = (unitId: string, about: AboutLevel | null): boolean => {
  const kind = unitById(unitId)?.kind
  return about !== null && (kind === 'committee' || (about === 'township' && kind === 'township'))
}

interface Sending {
  fromUnitId: string
  place: CasePlace
  type: CaseType
  now: Date
}

/**
 * Into a unit's hands, which both owns and handles it then. What another unit sent it may send back for
 * some days; the committee of the place itself has nowhere to send it back to, nor has the county.
 */
export const sentTo = (unit: Unit, { fromUnitId, place, type, now }: Sending): Charge => {
  const isHome = place.villageId !== undefined && unitOfRegion(place.villageId).id === unit.id
  const returnable = fromUnitId !== unit.id && !isHome && parentUnit(unit.id) !== undefined
  const until = returnable ? { returnBy: workingTime().endOfDay(now, type.returnDays) } : {}
  return { ownerUnitId: unit.id, handler: { unitId: unit.id, personId: null, since: now, ...until } }
}

/** Who dispatches it anew: the township of the place, above a township the county's centre. */
export const dispatchDesk = ({ regionPath, handler }: Pick<CaseDoc, 'regionPath' | 'handler'>): string => {
  const town = regionOnPath(regionPath, 'town')
  const desk = unitOfRegion(town?.id ?? ambient().county)
  return desk.id === handler.unitId ? (parentUnit(desk.id)?.id ?? desk.id) : desk.id
}
