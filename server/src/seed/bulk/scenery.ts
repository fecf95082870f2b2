import type { CasePlace } from '@xiangli/shared/casework/record'
import { chargeFor } from '../../modules/casework'
import { placeOf, regionById } from '../../modules/region'
import type { Founded } from '../found-county'
import type { StaffMember } from '../organisation/staff'
import { committeeId, townshipId } from '../organisation/units'
import type { Dice } from '../people/dice'

type Charge = Awaited<ReturnType<typeof chargeFor>>

/** A grid with all that a case in it needs, looked up once and not 300,000 times. */
export interface Ground {
  gridId: string
  villageId: string
  townId: string
  centre: [number, number]
  gridPath: string
  villagePath: string
  atPoint: Charge
  atVillage: Charge
  secretaryId: string
  dispatcherId: string
  households: number
}

const holderAt = (staff: readonly StaffMember[], role: string): Map<string, string> =>
  new Map(staff.flatMap(({ account, posts }) => posts.filter((post) => post.role === role).map((post) => [post.unitId, account._id] as const)))

const need = (map: ReadonlyMap<string, string>, unitId: string): string => {
  const id = map.get(unitId)
  if (!id) throw new Error(`nobody at ${unitId}`)
  return id
}

export const surveyGrounds = async ({ county, staff }: Founded, now: Date): Promise<Ground[]> => {
  const [secretaries, dispatchers] = [holderAt(staff, 'villageSecretary'), holderAt(staff, 'townDispatcher')]
  const grounds: Ground[] = []
  for (const grid of county.grids.filter(({ kind }) => kind === 'basic')) {
    const village = regionById(grid.villageId)
    if (!village?.parentId) throw new Error(`${grid.id} lies in no village`)
    const here: CasePlace = { by: 'point', villageId: village.id, gridId: grid.id }
    grounds.push({
      gridId: grid.id,
      villageId: village.id,
      townId: village.parentId,
      centre: grid.centre,
      gridPath: grid.path,
      villagePath: village.path,
      atPoint: await chargeFor({ place: here, regionPath: grid.path }, now),
      atVillage: await chargeFor({ place: { by: 'chosen', villageId: village.id }, regionPath: village.path }, now),
      secretaryId: need(secretaries, committeeId(village.id)),
      dispatcherId: need(dispatchers, townshipId(village.parentId)),
      households: grid.households,
    })
  }
  return grounds
}

const SPREAD = 0.002

/** Near the middle of the grid, and surely inside it. */
export const pointIn = (dice: Dice, { gridId, centre }: Ground): [number, number] => {
  const point: [number, number] = [
    Number((centre[0] + (dice.next() - 0.5) * SPREAD).toFixed(6)),
    Number((centre[1] + (dice.next() - 0.5) * SPREAD).toFixed(6)),
  ]
  return placeOf(point)?.gridId === gridId ? point : centre
}
