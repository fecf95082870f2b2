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

/** Does one of the actor's appointments grant this operation on a record with these scope keys? */
export const mayOn = (actor: Actor, operation: OperationName, scopeKeys: readonly string[]): boolean =>
  grantsOf(actor, operation).some((held) => scopeKeys.includes(keyOf(held)))
