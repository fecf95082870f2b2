import type { Town } from '@xiangli/server/testing'
import type { Actor } from '@xiangli/shared/core/actor'
import { keepResponsibilities } from '../../server/src/modules/casework'
import { actorOfToken } from '../../server/src/modules/identity'

/** Everybody who may come near a case, with a name to read in a failure. */
export interface Cast {
  people: { name: string; actor: Actor }[]
  /** Whose hands a case can be put into, and some whose it cannot. */
  ids: string[]
  requesters: Actor[]
}

export const aCast = async (town: Town): Promise<Cast> => {
  await town.inCounty(() => keepResponsibilities([
    { code: 'W-1', unitId: 'dept-water', title: '灌溉渠系维护', basis: '水法', categories: ['water'] },
    { code: 'E-1', unitId: 'dept-energy', title: '村内用电', basis: '电力法', categories: ['power'] },
  ]))
  const { here, there } = town
  const staff = {
    member: await town.staff('gridMember', here.gridId),
    colleague: await town.staff('gridMember', here.gridId),
    secretary: await town.staff('villageSecretary', here.villageId),
    supervisor: await town.staff('supervisor', here.villageId),
    desk: await town.staff('townDispatcher', here.townId),
    secondDesk: await town.staff('townDispatcher', here.townId),
    leader: await town.staff('townLeader', here.townId),
    countyLeader: await town.staff('countyLeader', town.county),
    centre: await town.staff('countyDispatcher', town.county),
    waterClerk: await town.staff('departmentStaff', town.county, 'water'),
    energyClerk: await town.staff('departmentStaff', town.county, 'energy'),
    otherMember: await town.staff('gridMember', there.gridId),
    otherDesk: await town.staff('townDispatcher', there.townId),
  }
  // Looks here, works there: the two never add up.
  await town.alsoAppoint(staff.supervisor, { role: 'gridMember', regionId: there.gridId })
  const villagers = {
    bound: await town.villager({ villageId: here.villageId }),
    unbound: await town.villager(),
    stranger: await town.villager({ villageId: there.villageId }),
  }
  const named = Object.entries({ ...staff, ...villagers })
  const persons = await Promise.all(named.map(async ([name, { token }]) => ({ name, actor: (await actorOfToken(token))! })))
  const { county } = town
  return {
    people: [
      ...persons,
      { name: 'timetable', actor: { kind: 'system', id: 'timetable', county } },
      { name: 'anonymous', actor: { kind: 'anonymous', id: 'anonymous', county } },
    ],
    ids: named.map(([, { id }]) => id),
    requesters: persons.filter(({ name }) => ['bound', 'unbound', 'member'].includes(name)).map(({ actor }) => actor),
  }
}
