import type { AboutLevel } from '@xiangli/shared/casework/about'
import { keptLevel, type Named } from '@xiangli/shared/casework/names'
import type { CasePlace, CaseRecord, Handler } from '@xiangli/shared/casework/record'
import type { Point } from '@xiangli/shared/core/fields'
import { isRaised, riskKey } from '@xiangli/shared/casework/risk'
import { hasLateArrival, stillCalled } from '@xiangli/shared/casework/whistle'
import { ancestorsOf, barKey, scopeKeysOf } from '@xiangli/shared/core/scope'
import { categoryOf, type CaseType } from '@xiangli/shared/casework/case-type'
import { holderOf } from '../identity'
import { ambient } from '../../core/context'
import { fail } from '../../core/fail'
import { departmentUnit, placeOf, regionById, unitById, unitOfRegion } from '../region'
import { handlerKey, triageKey } from './parties'
import { townIdOf, townNamedIn } from './towns'

/** Who writes it down for somebody, and the township they do it for, where it is one. */
export interface Desk {
  townId?: string | undefined
}

export interface Wish {
  /** The township alone, as an order's own column says it. */
  townId?: string
  point?: Point
  villageId?: string
  gridId?: string
  words?: string
}

export interface Located {
  place: CasePlace
  regionPath: string
}

const needUnitOf = (regionId: string) => unitOfRegion(regionId) ?? fail('region.unknownUnit')

const villageOf = (id: string | undefined) => {
  const region = id ? regionById(id) : undefined
  return region?.level === 'village' ? region : undefined
}

/** A desk asks where something is and writes the answer down; a villager's own words are no address. */
const townFor = (wish: Wish, desk: Desk): Pick<CasePlace, 'by' | 'townId'> => {
  const said = regionById(wish.townId ?? '') ?? townNamedIn(wish.words)
  if (said) return { by: 'words', townId: said.id }
  return desk.townId ? { by: 'desk', townId: desk.townId } : { by: 'unknown' }
}

/**
 * Where a case belongs: the point's grid, else the chosen village, else the requester's own; of what a
 * desk wrote down else the township that the address names, or the desk's own. A point outside the
 * county is dropped, never believed: a son in the city may be speaking for his mother.
 */
export const locateCase = (wish: Wish, boundVillageId?: string, desk?: Desk): Located => {
  const words = wish.words ? { words: wish.words } : {}
  const found = wish.point ? placeOf(wish.point) : null
  if (found) {
    const place: CasePlace = { by: 'point', villageId: found.villageId, gridId: found.gridId, point: wish.point!, ...words }
    return { place, regionPath: found.regionPath }
  }
  const grid = wish.gridId ? regionById(wish.gridId) : undefined
  if (grid?.level === 'grid' && grid.parentId) {
    return { place: { by: 'chosen', villageId: grid.parentId, gridId: grid.id, ...words }, regionPath: grid.path }
  }
  const chosen = villageOf(wish.villageId)
  const village = chosen ?? villageOf(boundVillageId)
  if (!village) {
    const town = desk ? townFor(wish, desk) : { by: 'unknown' as const }
    return { place: { ...town, ...words }, regionPath: regionById(town.townId ?? '')?.path ?? `${ambient().county}/` }
  }
  return { place: { by: chosen ? 'chosen' : 'bound', villageId: village.id, ...words }, regionPath: village.path }
}

export interface Charge {
  ownerUnitId: string
  handler: Handler
}

/**
 * Who has it from here: the village committee owns and the grid's member handles (its duty where the
 * post stands empty); without a point the township's dispatcher handles; without a village the
 * township has both, and where not even that is known the county centre.
 */
export const chargeFor = async ({ place }: Located, since: Date, about: AboutLevel | null = null): Promise<Charge> => {
  if (about) return chargeAbove(place, since, about)
  if (!place.villageId) {
    const centre = needUnitOf(place.townId ?? ambient().county)
    return { ownerUnitId: centre.id, handler: { unitId: centre.id, personId: null, since } }
  }
  const committee = needUnitOf(place.villageId)
  if (!place.gridId) {
    const township = needUnitOf(regionById(place.villageId)?.parentId ?? ambient().county)
    return { ownerUnitId: committee.id, handler: { unitId: township.id, personId: null, since } }
  }
  const personId = (await holderOf('gridMember', place.gridId)) ?? null
  return { ownerUnitId: committee.id, handler: { unitId: committee.id, personId, since } }
}

/** One level above whom it is about: the township's dispatcher; for a township the county, 纪检 where there is one. */
const chargeAbove = (place: CasePlace, since: Date, about: AboutLevel): Charge => {
  const centre = needUnitOf(ambient().county)
  const township = needUnitOf(townIdOf(place) ?? ambient().county)
  const unit = about === 'village' ? township : (departmentUnit('discipline') ?? centre)
  return { ownerUnitId: unit.id, handler: { unitId: unit.id, personId: null, since } }
}

/** Departments whose duty or part this case is, for the keys that let them see it. */
const departmentsOf = (type: CaseType, about: Keyed): string[] => {
  // What is about people is for those who have it in hand, not for whoever's kind of matter it is.
  const duty = keptLevel(about) ? undefined : categoryOf(type, about.category ?? undefined)?.department
  const called = stillCalled(about).map(({ unitId }) => unitId)
  const units = [duty ? departmentUnit(duty)?.id : undefined, about.ownerUnitId, about.handler.unitId, ...called]
  const departments = units.filter((id): id is string => id !== undefined && unitById(id)?.kind === 'department')
  return [...new Set(departments)]
}

interface Keyed extends Charge {
  place: CasePlace
  category: string | null
  regionPath: string
  returns?: CaseRecord['returns'] | undefined
  calledUnits?: CaseRecord['calledUnits'] | undefined
  about?: CaseRecord['about'] | undefined
  triage?: CaseRecord['triage'] | undefined
  risk?: CaseRecord['risk'] | undefined
  names?: Named['names']
  released?: CaseRecord['released'] | undefined
  signing?: CaseRecord['signing'] | undefined
}

/** Whose arbitration it waits for, as a key that no reader's scope holds: the list of it is an index match. */
export const arbiterKey = (unitId: string): string => `arb:${unitId}`

export const signingKey = (unitId: string): string => `sign:${unitId}`
export const calledKey = (unitId: string): string => `called:${unitId}`
/** Under whose eyes a unit that was called did not come. */
export const lateKey = (regionId: string): string => `late:${regionId}`
/** A case about a level has no key of what lies there; a map finds it by the region it is kept in. */
export const aboutKey = (regionId: string): string => `about:${regionId}`

const queueKeysOf = (about: Keyed): string[] => [
  ...(about.returns?.arbiter ? [arbiterKey(about.returns.arbiter.unitId)] : []),
  ...stillCalled(about).map(({ unitId }) => calledKey(unitId)),
  ...(about.signing ? [signingKey(about.signing.unitId)] : []),
  ...(hasLateArrival(about) ? ancestorsOf(about.regionPath).map(lateKey) : []),
  ...(about.about ? ancestorsOf(about.regionPath).slice(-1).map(aboutKey) : []),
]

/** Routed out of its owner's region the case lies where it is; whoever still owes something for it can open it. */
const ownerKeyOf = ({ ownerUnitId, regionPath }: Keyed): string[] => {
  const owner = unitById(ownerUnitId)
  return !owner || owner.kind === 'department' || ancestorsOf(regionPath).includes(owner.regionId) ? [] : [owner.regionId]
}

/** A second post one level up does not let the people it is about read of it. */
const barsFor = ({ about, place }: Keyed): string[] => {
  const region = about === 'township' ? regionById(townIdOf(place) ?? '') : regionById(place.villageId ?? '')
  return about && region ? [barKey(region.id)] : []
}

export const caseScopeKeys = (type: CaseType, about: Keyed): string[] => {
  if (about.triage) return [...ancestorsOf(about.regionPath).map(triageKey), ...barsFor(about)]
  const readers = [...scopeKeysOf(about.regionPath, departmentsOf(type, about)), ...ownerKeyOf(about)]
  const level = about.risk?.level ?? 'ordinary'
  return [...readers, handlerKey(about.handler), ...queueKeysOf(about), ...barsFor(about), ...(isRaised(level) ? readers.map((key) => riskKey(level, key)) : [])]
}
