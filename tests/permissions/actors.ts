import { ulid } from 'ulid'
import type { Appointment, PersonActor } from '@xiangli/shared/core/actor'
import { roleNames, type RoleName } from '@xiangli/shared/core/roles'
import type { Town } from '@xiangli/server/testing'
import { departmentUnit, regionById, unitOfRegion } from '../../server/src/modules/region'

type Level = 'grid' | 'village' | 'town' | 'county'

/** Where each role's people are appointed. */
const levels: Record<RoleName, Level> = {
  gridMember: 'grid',
  gridLeader: 'village',
  villageSecretary: 'village',
  informationOfficer: 'village',
  supervisor: 'village',
  townDispatcher: 'town',
  townLeader: 'town',
  departmentStaff: 'county',
  departmentLeader: 'county',
  countyDispatcher: 'county',
  countyLeader: 'county',
}

export const rolesBelow = (level: Level): RoleName[] => roleNames.filter((role) => levels[role] !== level)

const regionFor = (town: Town, role: RoleName, spot: 'here' | 'there'): string => {
  const { gridId, villageId, townId } = town[spot]
  return { grid: gridId, village: villageId, town: townId, county: town.county }[levels[role]]
}

export const appointmentAt = (town: Town, role: RoleName, spot: 'here' | 'there'): Appointment => {
  const region = regionById(regionFor(town, role, spot))
  const isDepartment = (role === 'departmentStaff' || role === 'departmentLeader')
  const above = region?.level === 'grid' ? (region.parentId ?? '') : (region?.id ?? '')
  const unit = isDepartment ? departmentUnit('transport') : unitOfRegion(above)
  if (!region || !unit) throw new Error(`no place for a ${role}`)
  return { id: ulid(), role, unitId: unit.id, isDepartment, regionId: region.id, regionPath: region.path }
}

export const personWith = (town: Town, appointments: Appointment[]): PersonActor => ({
  kind: 'person',
  id: ulid(),
  county: town.county,
  name: '王建国',
  appointments,
})
