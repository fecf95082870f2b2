import { ulid } from 'ulid'
import type { Document } from 'mongodb'
import type { Appointment, PersonActor } from '@xiangli/shared/core/actor'
import { operationsOfRole, roleNames, villagerOperations, type RoleName } from '@xiangli/shared/core/roles'
import { DAY } from '@xiangli/shared/core/time'
import type { OperationName } from '@xiangli/shared/catalog/contracts'
import type { Town } from '@xiangli/server/testing'
import { database } from '../../server/src/core/database'
import { services } from '../../server/src/core/services'
import { createDice } from '../../server/src/seed/people/dice'
import { appointmentAt, personWith } from '../permissions/actors'
import type { Known } from './list-asks'

export interface Reader {
  who: string
  actor: PersonActor
}

const NOTICES = 100_000
const BATCH = 5_000

const rows = (name: string) => database().collection<Document & { _id: string }>(name)

/** Whoever the seed put there, with all the cases they have had; someone new where it put nobody. */
const holding = async (town: Town, appointments: Appointment[]): Promise<PersonActor> => {
  const [{ role, regionId, unitId } = appointments[0]!] = appointments
  const held = await rows('appointments').findOne({ role, regionId, unitId })
  return { ...personWith(town, appointments), id: (held?.accountId as string | undefined) ?? ulid() }
}

const TWO_PLACES: readonly (readonly [RoleName, RoleName])[] = [['villageSecretary', 'villageSecretary'], ['townDispatcher', 'gridMember']]

/** One of each role, two people with appointments in two places, a villager of many reports and one of none. */
export const readersOf = async (town: Town, { requesterId }: Known): Promise<Reader[]> => {
  const readers: Reader[] = []
  for (const role of roleNames) readers.push({ who: role, actor: await holding(town, [appointmentAt(town, role, 'here')]) })
  for (const [first, second] of TWO_PLACES) {
    const appointments = [appointmentAt(town, first, 'here'), appointmentAt(town, second, 'there')]
    readers.push({ who: `${first}+${second}`, actor: await holding(town, appointments) })
  }
  readers.push({ who: 'requester', actor: { ...personWith(town, []), id: requesterId } }, { who: 'newcomer', actor: personWith(town, []) })
  return readers
}

/** Everyone has a list of their own; the staff's are for whom one of their roles lets in. */
export const mayUse = ({ actor }: Reader, operation: OperationName): boolean =>
  villagerOperations.has(operation) || actor.appointments.some(({ role }) => operationsOfRole(role).has(operation))

const most = async (collection: string, stages: Document[]): Promise<string> => {
  const [first] = await rows(collection).aggregate<{ _id: string }>([...stages, { $sort: { n: -1 } }, { $limit: 1 }], { allowDiskUse: true }).toArray()
  if (!first) throw new Error(`nobody in ${collection}`)
  return first._id
}

const countBy = (field: string): Document => ({ $group: { _id: `$${field}`, n: { $sum: 1 } } })

/** Names of what is there for the filters to ask for. */
export const knownOf = async (town: Town): Promise<Known> => {
  const { villageId } = town.here
  const aCase = await rows('cases').findOne({ scopeKeys: villageId })
  const resident = await rows('persons').findOne({ scopeKeys: villageId, phone: { $exists: true } })
  if (!aCase || !resident) throw new Error('the village is empty')
  const open = (field: 'idNumber' | 'phone'): string => services().vault.openField(resident[field] as string, { collection: 'persons', id: resident._id, field })
  return {
    now: new Date(),
    villageId,
    serial: aCase.serial as string,
    caseId: aCase._id,
    householdId: resident.householdId as string,
    busyActorId: await most('journal', [{ $match: { actorKind: 'person' } }, countBy('actorId')]),
    requesterId: await most('cases', [countBy('requesterId')]),
    idNumber: open('idNumber'),
    phone: open('phone'),
  }
}

/** Years of an inbox for every reader: mostly duties, mostly read. */
export const fillInboxes = async (town: Town, readers: readonly Reader[]): Promise<void> => {
  const dice = createDice(100_000)
  const makeOne = (at: number): Document & { _id: string } => {
    const told = new Date(Date.now() - dice.between(0, 700 * DAY))
    const about = { type: 'case', id: ulid(told.getTime()) }
    const kind = dice.chance(0.8) ? 'todo' : 'progress'
    const readAt = dice.chance(0.9) ? told : null
    return { _id: ulid(told.getTime()), county: town.county, to: readers[at % readers.length]!.actor.id, kind, title: '有一件事', body: '路灯不亮', about, at: told, readAt, eventId: ulid() }
  }
  for (let from = 0; from < NOTICES; from += BATCH) await rows('notices').insertMany(Array.from({ length: BATCH }, (_, n) => makeOne(from + n)))
}
