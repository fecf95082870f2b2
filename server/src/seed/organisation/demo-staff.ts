import type { RoleName } from '@xiangli/shared/core/roles'
import { places } from '../places'
import { CENTRE, departmentId } from './units'

/** Everyone in the demo signs in with it; a database that knows it is refused outside a demo. */
export const DEMO_PASSWORD = 'xiangli-demo'

export interface DemoStaff {
  username: string
  role: RoleName
  /** Where the post is: a region of one such post, or a unit where a region has several. */
  regionId?: string
  unitId?: string
  /** Signs in on a phone as well. */
  openid?: string
}

/** One person for each kind of work, most of them in the town and village where the stories happen. */
export const demoStaff: readonly DemoStaff[] = [
  { username: 'grid.taiyangdun', role: 'gridMember', regionId: `g${places.village.slice(1)}001`, openid: 'demo-grid-taiyangdun' },
  { username: 'secretary.taiyangdun', role: 'villageSecretary', regionId: places.village },
  { username: 'officer.taiyangdun', role: 'informationOfficer', regionId: places.village },
  { username: 'grid.guoma', role: 'gridMember', regionId: `g${places.neighbour.slice(1)}001`, openid: 'demo-grid-guoma' },
  { username: 'dispatch.yudu', role: 'townDispatcher', regionId: places.town },
  { username: 'leader.yudu', role: 'townLeader', regionId: places.town },
  { username: 'dispatch.chengguan', role: 'townDispatcher', regionId: places.seatTown },
  { username: 'grid.dongjie', role: 'gridMember', regionId: `g${places.quarter.slice(1)}001` },
  { username: 'transport', role: 'departmentStaff', unitId: departmentId('transport') },
  { username: 'water', role: 'departmentStaff', unitId: departmentId('water') },
  { username: 'discipline', role: 'departmentStaff', unitId: departmentId('discipline') },
  { username: 'dispatch.county', role: 'countyDispatcher', unitId: CENTRE },
  { username: 'leader.county', role: 'countyLeader', unitId: CENTRE },
]
