import type { RoleName } from './roles'
import type { SystemActorName } from './roles'

/** One appointment (任职): a role at a unit for a region, in force from–to. Rights never mix between two. */
export interface Appointment {
  id: string
  role: RoleName
  unitId: string
  /** A department sees a case only where region fits and its duty or unit is involved. */
  isDepartment: boolean
  regionId: string
  /** Ids from the county down, with a trailing slash: `620821/t100/v100201/`. */
  regionPath: string
}

/** Anyone with an account: villagers, and staff who hold appointments besides. */
export interface PersonActor {
  kind: 'person'
  id: string
  county: string
  name: string
  villageId?: string
  appointments: readonly Appointment[]
  /** Operations the county has withheld from roles. */
  withheld?: readonly string[]
  /** Another system filing by its key, for people of its own. */
  isService?: true
}

export type Actor =
  | { kind: 'anonymous'; id: 'anonymous'; county: string }
  | PersonActor
  | { kind: 'system'; id: SystemActorName; county: string }
