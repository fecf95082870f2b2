import type { CasePlace, Handler } from '@xiangli/shared/casework/record'
import type { Point } from '@xiangli/shared/core/fields'
import { scopeKeysOf } from '@xiangli/shared/core/scope'
import { categoryOf, type CaseType } from '@xiangli/shared/casework/case-type'
import { holderOf } from '../identity'
import { ambient } from '../../core/context'
import { fail } from '../../core/fail'
import { departmentUnit, placeOf, regionById, unitById, unitOfRegion } from '../region'
import { handlerKey } from './parties'

export interface Wish {
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

/**
 * Where a case belongs: the point's grid, else the chosen village, else the requester's own. A point
 * outside the county is dropped, never believed: a son in the city may be speaking for his mother.
 */
export const locateCase = (wish: Wish, boundVillageId?: string): Located => {
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
  if (!village) return { place: { by: 'unknown', ...words }, regionPath: `${ambient().county}/` }
  return { place: { by: chosen ? 'chosen' : 'bound', villageId: village.id, ...words }, regionPath: village.path }
}

export interface Charge {
  ownerUnitId: string
  handler: Handler
}

/**
 * Who has it from here: the village committee owns and the grid's member handles (its duty where the
 * post stands empty); without a point the township's dispatcher handles; without a village the
 * county centre has both.
 */
export const chargeFor = async ({ place }: Located, since: Date): Promise<Charge> => {
  if (!place.villageId) {
    const centre = needUnitOf(ambient().county)
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

/** Departments whose duty or part this case is, for the keys that let them see it. */
const departmentsOf = (type: CaseType, about: { category: string | null } & Charge): string[] => {
  const duty = categoryOf(type, about.category ?? undefined)?.department
  const units = [duty ? departmentUnit(duty)?.id : undefined, about.ownerUnitId, about.handler.unitId]
  const departments = units.filter((id): id is string => id !== undefined && unitById(id)?.kind === 'department')
  return [...new Set(departments)]
}

export const caseScopeKeys = (type: CaseType, about: { category: string | null; regionPath: string } & Charge): string[] => [
  ...scopeKeysOf(about.regionPath, departmentsOf(type, about)),
  handlerKey(about.handler),
]
