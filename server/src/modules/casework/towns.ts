import type { Actor } from '@xiangli/shared/core/actor'
import type { OperationName } from '@xiangli/shared/catalog/contracts'
import type { CasePlace } from '@xiangli/shared/casework/record'
import { ancestorsOf, grantsOf } from '@xiangli/shared/core/scope'
import { regionById, regionsOfLevel, type Region } from '../region'

/** The township it lies in, as far as that is known. */
export const townIdOf = ({ villageId, townId }: Pick<CasePlace, 'villageId' | 'townId'>): string | undefined =>
  villageId ? (regionById(villageId)?.parentId ?? undefined) : townId

/** By its whole name only, and only where one alone is named: a wrong township is worse than none. */
export const townNamedIn = (words: string | undefined): Region | undefined => {
  const named = words ? regionsOfLevel('town').filter(({ name }) => words.includes(name)) : []
  return named.length === 1 ? named[0] : undefined
}

/** The township for which this actor does the operation: none for the county's people, nor for who does it for two. */
export const townServed = (actor: Actor, operation: OperationName): string | undefined => {
  const held = grantsOf(actor, operation).filter(({ isDepartment }) => !isDepartment)
  const towns = new Set(held.map(({ regionPath }) => ancestorsOf(regionPath)[1]))
  const [townId] = towns
  return towns.size === 1 ? townId : undefined
}
