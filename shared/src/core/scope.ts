import type { Actor, Appointment } from './actor'
import { operationsOfRole } from './roles'
import type { OperationName } from '../catalog/contracts'

/** `620821/t100/v1/` → ids of the region and all above it, county first. */
export const ancestorsOf = (regionPath: string): string[] => regionPath.split('/').filter(Boolean)

/**
 * Keys stored on a record, one of which an actor must hold to see it: every region it lies in, and
 * `unit@region` for each department whose duty or part it is. Stored so that a list is an equality
 * match on one index, whatever the height of the reader.
 */
export const scopeKeysOf = (regionPath: string, departments: readonly string[] = []): string[] => {
  const regions = ancestorsOf(regionPath)
  return [...regions, ...departments.flatMap((unit) => regions.map((region) => `${unit}@${region}`))]
}

/** Does this appointment of theirs grant the operation? */
export const mayBy = (actor: Actor, held: Appointment, operation: OperationName): boolean =>
  actor.kind === 'person' && !actor.withheld?.includes(operation) && operationsOfRole(held.role).has(operation)

/** The appointments that grant the operation; a right is the pair (operation, region), never a union. */
export const grantsOf = (actor: Actor, operation: OperationName): readonly Appointment[] =>
  actor.kind === 'person' ? actor.appointments.filter((held) => mayBy(actor, held, operation)) : []

const keyOf = (held: Appointment): string => (held.isDepartment ? `${held.unitId}@${held.regionId}` : held.regionId)

/** The keys by which this actor may read with this operation. */
export const readKeysOf = (actor: Actor, operation: OperationName): string[] => {
  const keys = grantsOf(actor, operation).map(keyOf)
  return [...new Set(keys)]
}

const BAR = 'bar:'
/** Kept on what is about the people of a place: whoever holds any post there reads nothing of it, by whatever other post. */
export const barKey = (regionId: string): string => `${BAR}${regionId}`
export const isBar = (key: string): boolean => key.startsWith(BAR)
export const barredRegionsOf = (scopeKeys: readonly string[]): string[] => scopeKeys.filter(isBar).map((key) => key.slice(BAR.length))

/** The bars this actor meets: of places that one of their posts lies in and another above. With one post there are none, for what is about its place is kept above it. */
export const barsOf = (actor: Actor): string[] => {
  if (actor.kind !== 'person' || actor.appointments.length < 2) return []
  const held = actor.appointments.map(({ regionId }) => regionId)
  const below = actor.appointments.flatMap(({ regionPath }) => ancestorsOf(regionPath).filter((_, at, path) => path.slice(0, at).some((above) => held.includes(above))))
  return [...new Set(below)].map(barKey)
}

export const isBarred = (actor: Actor, scopeKeys: readonly string[]): boolean => {
  const bars = barsOf(actor)
  return bars.length > 0 && scopeKeys.some((key) => bars.includes(key))
}

/** Does one of the actor's appointments grant this operation on a record with these scope keys? */
export const mayOn = (actor: Actor, operation: OperationName, scopeKeys: readonly string[]): boolean =>
  !isBarred(actor, scopeKeys) && grantsOf(actor, operation).some((held) => scopeKeys.includes(keyOf(held)))
