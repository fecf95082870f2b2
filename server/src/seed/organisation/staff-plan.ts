import type { RoleName } from '@xiangli/shared/core/roles'
import type { GridPostCode } from '@xiangli/shared/region/posts'
import { createDice, type Dice } from '../people/dice'
import { makeGivenName, makeSurname } from '../people/names'
import { places } from '../places'
import type { County } from '../region/build-county'
import { CENTRE, committeeId, departmentId, departmentKeys, DISPATCH_ROOM, townshipId } from './units'

/** One person in one post, before it is written. */
export interface Post {
  name: string
  phone: string
  role: RoleName
  unitId: string
  isDepartment: boolean
  regionId: string
  regionPath: string
  post?: GridPostCode
}

type Seat = Omit<Post, 'name' | 'phone'>

const seat = (role: RoleName, unitId: string, { id, path }: { id: string; path: string }): Seat => ({
  role,
  unitId,
  isDepartment: false,
  regionId: id,
  regionPath: path,
})

/** Every so many posts stand empty, as they do; where the demo plays none does. */
const GRID_VACANCY = 23
const OFFICER_VACANCY = 17
const VILLAGES_PER_SUPERVISOR = 3

const gridSeats = ({ grids }: County): Seat[] =>
  grids
    .filter(({ kind }) => kind === 'basic')
    .filter(({ villageId }, at) => at % GRID_VACANCY !== GRID_VACANCY - 1 || villageId === places.village || villageId === places.neighbour)
    .map((grid) => ({ ...seat('gridMember', committeeId(grid.villageId), grid), post: 'gridMember' }))

const villageSeats = ({ divisions }: County): Seat[] =>
  divisions
    .filter(({ level }) => level === 'village')
    .flatMap((village, at): Seat[] => {
      const unit = committeeId(village.id)
      const hasOfficer = at % OFFICER_VACANCY !== OFFICER_VACANCY - 1 || village.id === places.village
      return [
        { ...seat('villageSecretary', unit, village), post: 'gridLeader' },
        ...(hasOfficer ? [{ ...seat('informationOfficer', unit, village), post: 'informationOfficer' } as Seat] : []),
      ]
    })

const townSeats = ({ divisions }: County): Seat[] =>
  divisions
    .filter(({ level }) => level === 'town')
    .flatMap((town) => [seat('townDispatcher', townshipId(town.id), town), seat('townLeader', townshipId(town.id), town)])

/** Came after the others had their names. */
const LATE_COMER = 'discipline'

const disciplineSeat = ({ divisions }: County): Seat => {
  const county = divisions.find(({ level }) => level === 'county')
  if (!county) throw new Error('no county among the divisions')
  return { ...seat('departmentStaff', departmentId(LATE_COMER), county), isDepartment: true }
}

const countySeats = ({ divisions }: County): Seat[] => {
  const county = divisions.find(({ level }) => level === 'county')
  if (!county) throw new Error('no county among the divisions')
  return [
    seat('countyDispatcher', CENTRE, county),
    seat('countyDispatcher', CENTRE, county),
    seat('countyDispatcher', DISPATCH_ROOM, county),
    seat('countyLeader', CENTRE, county),
    ...departmentKeys.filter((key) => key !== LATE_COMER).flatMap((key) => {
      const each: Seat = { ...seat('departmentStaff', departmentId(key), county), isDepartment: true }
      return [each, each]
    }),
  ]
}

/** Cadres of the township, each stationed in a few villages. */
const supervisorSeats = ({ divisions }: County): Seat[][] => {
  const byTown = new Map<string, Seat[]>()
  for (const village of divisions.filter(({ level }) => level === 'village')) {
    const town = village.parentId ?? ''
    const each: Seat = { ...seat('supervisor', townshipId(town), village), post: 'supervisor' }
    byTown.set(town, [...(byTown.get(town) ?? []), each])
  }
  return [...byTown.values()].flatMap((seats) => {
    const groups: Seat[][] = []
    for (let at = 0; at < seats.length; at += VILLAGES_PER_SUPERVISOR) groups.push(seats.slice(at, at + VILLAGES_PER_SUPERVISOR))
    return groups
  })
}

const makeName = (dice: Dice): string => {
  const sex = dice.chance(0.68) ? 'male' : 'female'
  return `${makeSurname(dice)}${makeGivenName(dice, { sex, birthYear: dice.between(1966, 1996) })}`
}

/** Everyone who holds a post, each with the posts they hold; the same people at every call. */
export const planStaff = (county: County): Post[][] => {
  const dice = createDice(3160)
  // At the end, so that everybody before keeps their name: a desk that never sleeps needs three.
  const room = countySeats(county).filter(({ unitId }) => unitId === DISPATCH_ROOM)
  const single = [...gridSeats(county), ...villageSeats(county), ...townSeats(county), ...countySeats(county)]
  const people: Seat[][] = [...single.map((each) => [each]), ...supervisorSeats(county), room, room, [disciplineSeat(county)], [disciplineSeat(county)]]
  return people.map((seats, at) => {
    const [name, phone] = [makeName(dice), String(16_090_000_001 + at)]
    return seats.map((each) => ({ ...each, name, phone }))
  })
}
