import fc from 'fast-check'
import { ulid } from 'ulid'
import type { CommandName } from '@xiangli/shared/catalog/contracts'
import { colourOf } from '@xiangli/shared/casework/clock'
import { foldHistory, type CaseRecord } from '@xiangli/shared/casework/record'
import { CASE_STATES, isOpen } from '@xiangli/shared/casework/states'
import { complaint } from '@xiangli/shared/complaint/case-type'
import type { Actor } from '@xiangli/shared/core/actor'
import type { Person, Town } from '@xiangli/server/testing'
import { database } from '../../server/src/core/database'
import { AppError } from '../../server/src/core/fail'
import { execute } from '../../server/src/core/execute'
import { actorOfToken } from '../../server/src/modules/identity'
import { Cases, Histories, type CaseDoc, type HistoryDoc } from '../../server/src/modules/casework'
import { unitById } from '../../server/src/modules/region'

const HOUR = 3_600_000

export interface World {
  town: Town
  people: Record<string, Actor>
  /** Ids that assign may name. */
  staffIds: string[]
}

export const aWorld = async (town: Town): Promise<World> => {
  const { here, there } = town
  const persons: Record<string, Person> = {
    requester: await town.villager({ villageId: here.villageId }),
    stranger: await town.villager({ villageId: here.villageId }),
    member: await town.staff('gridMember', here.gridId),
    otherMember: await town.staff('gridMember', here.gridId),
    secretary: await town.staff('villageSecretary', here.villageId),
    dispatcher: await town.staff('townDispatcher', here.townId),
    neighbour: await town.staff('villageSecretary', there.villageId),
    roads: await town.staff('departmentStaff', town.county, 'transport'),
    centre: await town.staff('countyDispatcher', town.county),
    leader: await town.staff('countyLeader', town.county),
  }
  const people: Record<string, Actor> = { timetable: { kind: 'system', id: 'timetable', county: town.county } }
  for (const [name, { token }] of Object.entries(persons)) people[name] = (await actorOfToken(token)) as Actor
  return { town, people, staffIds: Object.values(persons).map(({ id }) => id) }
}

const words = fc.constantFrom('看过了', '明天就修', '  还差两块板  ', '办好了')

/** Any person tries any step with any input: most are refused, and that is the point. */
export const steps = ({ people, staffIds, town }: World) => {
  const who = fc.constantFrom(...Object.keys(people))
  const place = fc.constantFrom({ point: town.here.point }, { point: town.there.point }, { villageId: town.here.villageId }, { villageId: town.there.villageId }, { point: [0, 0] })
  const input = fc.oneof(
    fc.record({ operation: fc.constantFrom<CommandName>('casework.withdraw', 'casework.decline', 'casework.giveUp'), input: fc.record({ reason: words }) }),
    fc.record({ operation: fc.constant<CommandName>('casework.accept'), input: fc.constant({}) }),
    fc.record({
      operation: fc.constant<CommandName>('casework.route'),
      input: fc.record(
        {
          category: fc.constantFrom('road', 'water', 'safety', 'affairs', 'no-such'),
          grade: fc.constantFrom('normal', 'urgent'),
          place,
          unitId: fc.constantFrom('dept-transport', 'dept-water', `township-${town.here.townId}`, `township-${town.there.townId}`, 'no-such'),
        },
        { requiredKeys: [] },
      ),
    }),
    fc.record({ operation: fc.constant<CommandName>('casework.assign'), input: fc.record({ personId: fc.constantFrom(...staffIds) }) }),
    fc.record({ operation: fc.constantFrom<CommandName>('casework.handle', 'casework.answer', 'casework.supplement', 'casework.reopen'), input: fc.record({ words }) }),
    fc.record({ operation: fc.constant<CommandName>('casework.ask'), input: fc.record({ question: words }) }),
    fc.record({ operation: fc.constant<CommandName>('casework.rate'), input: fc.record({ score: fc.integer({ min: 0, max: 6 }) }) }),
    fc.record({ operation: fc.constant<CommandName>('casework.closeUnrated'), input: fc.constant({}) }),
  )
  return fc.array(fc.record({ who, step: input, hoursLater: fc.constantFrom(0, 0, 1, 20, 60, 200), rev: fc.constantFrom(undefined, undefined, 1, 3) }), { minLength: 8, maxLength: 30 })
}

export type Steps = ReturnType<typeof steps> extends fc.Arbitrary<infer T> ? T : never

const counts = async (): Promise<Record<string, number>> => {
  const names = (await database().listCollections().toArray()).map(({ name }) => name).filter((name) => name !== 'sessions')
  const sizes = await Promise.all(names.map((name) => database().collection(name).countDocuments()))
  return Object.fromEntries(names.map((name, index) => [name, sizes[index] ?? 0]))
}

const recordKeys = (entries: readonly HistoryDoc[]): (keyof CaseRecord)[] => Object.keys(foldHistory(entries)) as (keyof CaseRecord)[]

/** What holds of a case at every moment, whoever did what; names the first thing that does not. */
export const whatIsWrong = (record: CaseDoc, entries: readonly HistoryDoc[], now: Date): string | null => {
  if (record.rev !== entries.length) return `rev ${record.rev} but ${entries.length} entries`
  const folded = foldHistory(entries)
  for (const key of recordKeys(entries)) {
    if (JSON.stringify(record[key]) !== JSON.stringify(folded[key])) return `${key} is not what history says`
  }
  if (!CASE_STATES.includes(record.state)) return `state ${record.state}`
  const colour = colourOf(record, now)
  if (!isOpen(record.state)) return colour === 'none' && record.redAt === null && record.closedAt ? null : `closed as ${record.state} but ${colour}`
  if (colour === 'none') return 'open without a colour'
  if ((record.state === 'answered') !== (colour === 'paused')) return `${record.state} is ${colour}`
  if (!unitById(record.ownerUnitId)) return 'no owner'
  if (!unitById(record.handler.unitId)) return 'no handler'
  if (record.scopeKeys.filter((key) => key.startsWith('h:')).length !== 1) return 'not exactly one handler key'
  return whatIsIllegal(entries)
}

const whatIsIllegal = (entries: readonly HistoryDoc[]): string | null => {
  const illegal = entries.slice(1).find(({ action, from, to }) => {
    const rows = complaint.flow.filter((row) => row.action === action && from !== null && row.from.includes(from))
    return !rows.some((row) => (row.to === 'same' ? from : row.to) === to)
  })
  return illegal ? `${illegal.from} → ${illegal.to} by ${illegal.action}` : null
}

export interface Tally {
  done: number
  refused: number
  codes: Set<string>
}

/** Plays one sequence on one new case; throws with what went wrong. */
export const play = async (world: World, sequence: Steps, tally: Tally): Promise<void> => {
  const { town, people } = world
  const caseId = ulid()
  let now = new Date('2026-11-21T01:00:00Z')
  town.at(now)
  await execute({ operation: 'casework.submit', input: { caseId, words: '路灯不亮', place: { point: town.here.point } }, actor: people.requester!, trace: 'property-run' })
  for (const { who, step, hoursLater, rev } of sequence) {
    now = new Date(now.getTime() + hoursLater * HOUR)
    town.at(now)
    const before = await counts()
    const input = { ...step.input, caseId, ...(rev && step.operation !== 'casework.closeUnrated' ? { rev } : {}) }
    const code = await outcomeOf({ operation: step.operation, input, actor: people[who]! })
    tally.codes.add(code)
    if (code === 'ok') tally.done += 1
    else tally.refused += 1
    if (code === 'core.unexpected') throw new Error(`${who} ${step.operation} → ${code}`)
    if (code !== 'ok' && JSON.stringify(await counts()) !== JSON.stringify(before)) throw new Error(`${who} was refused ${step.operation} (${code}) and a row stayed`)
    const wrong = await town.inCounty(async () => whatIsWrong(await Cases.need({ _id: caseId }), await Histories.list({ caseId }, { sort: { n: 1 } }), now))
    if (wrong) throw new Error(`after ${who} ${step.operation} (${code}): ${wrong}`)
  }
}

const outcomeOf = async (call: { operation: CommandName; input: unknown; actor: Actor }): Promise<string> => {
  try {
    await execute({ ...call, trace: 'property-run' })
    return 'ok'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
