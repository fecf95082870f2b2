import { ulid } from 'ulid'
import type { Document } from 'mongodb'
import type { Actor, Appointment, PersonActor } from '@xiangli/shared/core/actor'
import { anonymousOperations, operationsOfRole, roleNames, villagerOperations, type RoleName } from '@xiangli/shared/core/roles'
import type { OperationName } from '@xiangli/shared/catalog/contracts'
import type { Town } from '@xiangli/server/testing'
import { services } from '../../server/src/core/services'
import { departmentUnit, unitById, unitOfRegion } from '../../server/src/modules/region'
import { appointmentAt, personWith } from '../permissions/actors'
import { fill, idAt, rows, someTime, type Filling, type Row } from './list-fill'
import { PUBLIC_READERS, type Known, type OwnUnit } from './list-known'

export interface Reader {
  who: string
  actor: Actor
}

const NOTICES = 100_000

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
  readers.push({ who: 'anonymous', actor: { kind: 'anonymous', id: 'anonymous', county: town.county } })
  return readers
}

const appointmentsOf = ({ actor }: Reader): readonly Appointment[] => (actor.kind === 'person' ? actor.appointments : [])

/** Everyone has a list of their own; the staff's are for whom one of their roles lets in; everybody's looks the same to all. */
export const mayUse = (reader: Reader, operation: OperationName): boolean => {
  if (anonymousOperations.has(operation)) return PUBLIC_READERS.includes(reader.who)
  if (reader.actor.kind === 'anonymous') return false
  return villagerOperations.has(operation) || appointmentsOf(reader).some(({ role }) => operationsOfRole(role).has(operation))
}

/** The unit of the first of their roles that lets in. */
export const ownUnitOf = (reader: Reader, operation: OperationName): OwnUnit | undefined => {
  const held = appointmentsOf(reader).find(({ role }) => operationsOfRole(role).has(operation))
  return held ? unitById(held.unitId) && { unitId: held.unitId, kind: unitById(held.unitId)!.kind } : undefined
}

export const unitsOf = (readers: readonly Reader[]): string[] => [...new Set(readers.flatMap((reader) => appointmentsOf(reader).map(({ unitId }) => unitId)))]

const most = async (collection: string, stages: Document[]): Promise<string> => {
  const [first] = await rows(collection).aggregate<{ _id: string }>([...stages, { $sort: { n: -1 } }, { $limit: 1 }], { allowDiskUse: true }).toArray()
  if (!first) throw new Error(`nobody in ${collection}`)
  return first._id
}

const countBy = (field: string): Document => ({ $group: { _id: `$${field}`, n: { $sum: 1 } } })

/** A month that is over, with the quarter it lies in. */
const PERIOD = { month: '2026-09', quarter: '2026-Q3' }

/** Names of what is there for the filters to ask for, and of what is still to be made. */
export const knownOf = async (town: Town): Promise<Known> => {
  const { villageId } = town.here
  const aCase = await rows('cases').findOne({ scopeKeys: villageId })
  const resident = await rows('persons').findOne({ scopeKeys: villageId, phone: { $exists: true } })
  if (!aCase || !resident) throw new Error('the village is empty')
  const open = (field: 'idNumber' | 'phone'): string => services().vault.openField(resident[field] as string, { collection: 'persons', id: resident._id, field })
  return {
    now: new Date(),
    ...PERIOD,
    villageId,
    committeeId: unitOfRegion(villageId).id,
    departmentId: departmentUnit('transport')!.id,
    serial: aCase.serial as string,
    caseId: aCase._id,
    parentId: aCase._id,
    codeId: ulid(),
    orderId: ulid(),
    externalNumber: 'N0',
    responsibility: 'Q1000',
    householdId: resident.householdId as string,
    busyActorId: await most('journal', [{ $match: { actorKind: 'person' } }, countBy('actorId')]),
    requesterId: await most('cases', [countBy('requesterId')]),
    idNumber: open('idNumber'),
    phone: open('phone'),
  }
}

/** Years of an inbox for every reader: mostly duties, mostly read. */
export const fillInboxes = async (filling: Filling, readerIds: readonly string[]): Promise<void> => {
  const { dice, town: { county } } = filling
  const makeOne = (at: number): Row => {
    const told = someTime(filling)
    const about = { type: 'case', id: idAt(told) }
    const kind = dice.chance(0.8) ? 'todo' : 'progress'
    const readAt = dice.chance(0.9) ? told : null
    return { _id: idAt(told), county, to: readerIds[at % readerIds.length], kind, title: '有一件事', body: '路灯不亮', about, at: told, readAt, eventId: idAt(told) }
  }
  await fill('notices', NOTICES, makeOne)
}
