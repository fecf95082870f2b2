import type { Actor } from '@xiangli/shared/core/actor'
import { readKeysOf } from '@xiangli/shared/core/scope'
import type { OperationName } from '@xiangli/shared/catalog/contracts'
import type { Audience } from '../core/operation'

export const personRoom = (id: string): string => `person:${id}`
export const sessionRoom = (hash: string): string => `session:${hash}`
const staffRoom = (operation: OperationName, scopeKey: string): string => `staff:${operation}:${scopeKey}`

/** The operations whose records are pushed to staff. */
const PUSHED: readonly OperationName[] = ['casework.listCases', 'casework.listRings', 'casework.listTriage', 'calendar.listVersions']

/** Where an actor listens: themselves, and each scope their appointments read. */
export const roomsOf = (actor: Actor): string[] =>
  actor.kind === 'person'
    ? [personRoom(actor.id), ...PUSHED.flatMap((operation) => readKeysOf(actor, operation).map((key) => staffRoom(operation, key)))]
    : []

/** Where an event is heard; a socket in several of them hears it once. */
export const roomsFor = ({ persons, staff }: Audience): string[] => [
  ...(persons ?? []).map(personRoom),
  ...(staff ? staff.scopeKeys.map((key) => staffRoom(staff.operation, key)) : []),
]
