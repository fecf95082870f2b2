import type { Document } from 'mongodb'
import { ulid } from 'ulid'
import type { PersonActor } from '@xiangli/shared/core/actor'
import type { FigureKey, Way } from '@xiangli/shared/stats/figures'
import { WAYS } from '@xiangli/shared/stats/figures'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { DAY } from '@xiangli/shared/core/time'
import { execute } from '../../server/src/core/execute'
import { database } from '../../server/src/core/database'
import { ensureIndexes } from '../../server/src/core/indexes'
import { buildSubmitted, chargeFor, locateCase, type CaseDoc, type HistoryDoc } from '../../server/src/modules/casework'
import { factDocsOf, Facts, Gathered } from '../../server/src/modules/stats'
import { createDice, type Dice } from '../../server/src/seed/people/dice'
import type { Town } from '@xiangli/server/testing'
import { appointmentAt, personWith } from '../permissions/actors'
import { centresOf, draftIn } from './open-cases'

const BATCH = 5_000
const NOW = new Date('2026-11-21T08:00:00Z')
const DAYS = 365
const DEPARTMENTS = ['dept-water', 'dept-energy', 'dept-transport', 'dept-urban']

type Course = Pick<HistoryDoc, 'action' | 'to' | 'set'> & { days: number }

/** What most cases go through: taken on, some sent to a department, answered, rated; some reopened. */
const courseOf = (dice: Dice): Course[] => {
  const unitId = dice.pick(DEPARTMENTS)
  const sent: Course[] = dice.chance(0.4) ? [{ days: 0.2, action: 'route', to: 'accepted', set: { ownerUnitId: unitId, handler: { unitId, personId: null, since: NOW } } }] : []
  const again: Course[] = dice.chance(0.1) ? [{ days: 1, action: 'reopen', to: 'handling', set: {} }, { days: 2, action: 'answer', to: 'answered', set: {} }] : []
  return [{ days: 0.1, action: 'accept', to: 'accepted', set: {} }, ...sent, { days: 1 + dice.next() * 8, action: 'answer', to: 'answered', set: {} }, ...again, { days: 2, action: 'rate', to: 'closed', set: {} }]
}

const liveOf = (record: CaseDoc, first: HistoryDoc, dice: Dice): { record: CaseDoc; entries: HistoryDoc[] } => {
  const entries = [first]
  let at = record.receivedAt.getTime()
  for (const { days, ...step } of courseOf(dice)) {
    at += days * DAY
    if (at > NOW.getTime()) break
    entries.push({ ...first, ...step, n: entries.length + 1, at: new Date(at) })
  }
  const { to } = entries.at(-1)!
  return { record: { ...record, state: to, closedAt: to === 'closed' ? new Date(at) : null }, entries }
}

/** The facts of so many cases of one year, by the very function that makes them; the cases themselves are not needed to count. */
export const fillFacts = async (town: Town, count: number): Promise<number> => {
  const dice = createDice(count)
  const centres = centresOf()
  await database().collection(Facts.name).dropIndexes()
  const charge = await chargeFor(locateCase({ point: town.here.point }), NOW)
  let facts = 0
  for (let from = 0; from < count; from += BATCH) {
    const docs = Array.from({ length: Math.min(BATCH, count - from) }, (_, n) => {
      const { point, category, words } = draftIn(dice, centres)
      const receivedAt = new Date(NOW.getTime() - dice.next() * DAYS * DAY)
      const origin = { serial: `测26-${from + n}`, requesterId: 'r1', requesterName: '李**', words, photoFileIds: [], receivedAt }
      const submitted = buildSubmitted({ id: ulid(receivedAt.getTime()), county: town.county, type: complaint, category, located: locateCase({ point }), charge, origin })
      const { record, entries } = liveOf(submitted.record, submitted.entry, dice)
      return factDocsOf(record, entries, [])
    }).flat()
    facts += docs.length
    await Facts.addMany(docs)
  }
  await ensureIndexes()
  await Gathered.upsert({ _id: town.county }, { $set: { upTo: '', isDone: true } })
  return facts
}

export interface Shown {
  ms: number
  rows: number
}

const PERIODS = { month: '2026-10', quarter: '2026-Q3' } as const
const TRIES = 3

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

const timed = async (actor: PersonActor, operation: 'stats.show' | 'stats.listCases', input: object): Promise<Shown> => {
  const took: number[] = []
  let rows = 0
  for (let tried = 0; tried < TRIES; tried += 1) {
    const began = performance.now()
    const { output } = await execute({ operation, input, actor, trace: 'stats' })
    took.push(performance.now() - began)
    rows = (output as { items: unknown[] }).items.length
  }
  return { ms: Math.round(median(took)), rows }
}

export const readersOf = (town: Town): Record<string, PersonActor> => ({
  county: personWith(town, [appointmentAt(town, 'countyDispatcher', 'here')]),
  town: personWith(town, [appointmentAt(town, 'townDispatcher', 'here')]),
  village: personWith(town, [appointmentAt(town, 'villageSecretary', 'here')]),
})

/** Every page of every reader: each way, a month and a quarter. */
export const showAll = async (town: Town): Promise<Record<string, Shown>> => {
  const shown: Record<string, Shown> = {}
  for (const [who, actor] of Object.entries(readersOf(town))) {
    for (const [name, period] of Object.entries(PERIODS)) {
      for (const by of WAYS) shown[`${who}, a ${name} by ${by}`] = await timed(actor, 'stats.show', { period, by })
    }
  }
  return shown
}

/** The list behind a common number and behind a rare one. */
export const listAll = async (town: Town): Promise<Record<string, Shown>> => {
  const listed: Record<string, Shown> = {}
  const asked: [FigureKey, Way, string | undefined][] = [['received', 'place', undefined], ['reopened', 'category', 'road'], ['ownLate', 'unit', 'dept-water']]
  for (const [figure, by, key] of asked) {
    listed[`county, a quarter, ${figure} ${key ?? ''}`.trim()] = await timed(readersOf(town).county!, 'stats.listCases', { period: PERIODS.quarter, by, figure, ...(key ? { key } : {}) })
  }
  return listed
}

/** Documents read to count: none, since the index holds all that is grouped by. */
export const documentsRead = async (county: string): Promise<number> => {
  const plan = (await database().collection(Facts.name).aggregate<Document>([
    { $match: { county, month: { $in: ['2026-07', '2026-08', '2026-09'] } } },
    { $group: { _id: { kind: '$kind', outcome: '$outcome', dimension: '$category' }, count: { $sum: 1 }, minutes: { $sum: '$minutes' } } },
  ], { hint: 'fact_place' }).explain('executionStats')) as Document
  const text = JSON.stringify(plan)
  return Math.max(0, ...[...text.matchAll(/"totalDocsExamined":(\d+)/g)].map(([, read]) => Number(read)))
}
