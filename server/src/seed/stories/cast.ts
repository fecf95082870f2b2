import { Cases, type CaseDoc } from '../../modules/casework'
import { regionById, unitOfRegion, placeOf } from '../../modules/region'
import type { Account, StaffMember } from '../organisation/staff'
import { createDice } from '../people/dice'
import { places } from '../places'
import type { Villager } from '../residents/villagers'
import type { Doer } from './fates'
import type { Tale, Where } from './tale'

const villages: Record<Where, string> = {
  village: places.village,
  neighbour: places.neighbour,
  quarter: places.quarter,
  suburb: places.suburb,
}

export interface Cast {
  /** Who reports it: the people of a village in turn, the first ones most often. */
  requesterOf: (tale: Tale, number: number) => Account
  staffFor: (who: Exclude<Doer, 'requester' | 'timetable'>, caseId: string) => Promise<Account>
  everyone: readonly Account[]
}

export const createCast = (villagers: readonly Villager[], staff: readonly StaffMember[]): Cast => {
  const byId = new Map([...villagers, ...staff].map(({ account }) => [account._id, account]))
  const atUnit = (unitId: string): Account => {
    const found = staff.find(({ posts }) => posts.some((post) => post.unitId === unitId && ['villageSecretary', 'townDispatcher', 'countyDispatcher', 'departmentStaff'].includes(post.role)))
    if (!found) throw new Error(`nobody at ${unitId}`)
    return found.account
  }
  const dispatcherFor = ({ place }: CaseDoc): Account => atUnit(unitOfRegion(regionById(place.villageId ?? '')?.parentId ?? place.townId ?? places.county).id)

  return {
    everyone: [...byId.values()],
    requesterOf: ({ where, by }, number) => {
      const own = villagers.filter(({ villageId }) => (by === 'nothing' ? villageId === undefined : villageId === villages[where]))
      const chosen = own[(number * number) % own.length]
      if (!chosen) throw new Error(`nobody lives in ${villages[where]}`)
      return chosen.account
    },
    staffFor: async (who, caseId) => {
      const record = await Cases.need({ _id: caseId })
      if (who === 'dispatcher') return dispatcherFor(record)
      if (who === 'owner') return atUnit(record.ownerUnitId)
      const { personId, unitId } = record.handler
      return (personId ? byId.get(personId) : undefined) ?? atUnit(unitId)
    },
  }
}

const SPREAD = 0.006

/** Somewhere in one of the village's grids, the same for the same story. */
export const spotOf = (tale: Tale, number: number): [number, number] | undefined => {
  const villageId = villages[tale.where]
  const dice = createDice(1_000 + number)
  const centre = regionById(villageId)?.centre
  if (!centre) return undefined
  for (let tries = 0; tries < 60; tries += 1) {
    const point: [number, number] = [centre[0] + (dice.next() - 0.5) * 2 * SPREAD, centre[1] + (dice.next() - 0.5) * 2 * SPREAD]
    if (placeOf(point)?.villageId === villageId) return [Number(point[0].toFixed(6)), Number(point[1].toFixed(6))]
  }
  return [centre[0], centre[1]]
}

export const villageOf = (tale: Tale): string => villages[tale.where]
