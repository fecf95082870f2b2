import type { Actor } from '@xiangli/shared/core/actor'
import { regionById, unitById } from '../../region'

/** Do they hold any post in this village or a grid of it, whatever they act as now? */
export const isOfVillage = (actor: Actor, villageId: string | undefined): boolean => {
  const path = villageId ? regionById(villageId)?.path : undefined
  return path !== undefined && actor.kind === 'person' && actor.appointments.some(({ regionPath }) => regionPath.startsWith(path))
}

const ABOVE_VILLAGE: ReadonlySet<string | undefined> = new Set(['township', 'dispatchRoom', 'countyCentre'])

export const isAboveVillage = (unitId: string): boolean => ABOVE_VILLAGE.has(unitById(unitId)?.kind)
