import { setTimeout as wait } from 'node:timers/promises'
import type { Document } from 'mongodb'
import { database } from '../../server/src/core/database'

const PROFILE = 'system.profile'
const PROFILE_BYTES = 256 * 1024 * 1024
/** More commands than one page of any list takes, and a map's batches besides. */
const NEWEST = 100

/** What MongoDB did for one call on the collection of its list. */
export interface Reading {
  keys: number
  docs: number
  isScan: boolean
  isSort: boolean
  plans: string[]
}

/** Every command on these collections is written down, whatever it costs; nothing else is. */
export const startProfile = async (collections: readonly string[]): Promise<void> => {
  await stopProfile()
  await database().collection(PROFILE).drop().catch(() => undefined)
  await database().createCollection(PROFILE, { capped: true, size: PROFILE_BYTES })
  const namespaces = collections.map((name) => `${database().databaseName}.${name}`)
  // What an aggregation goes on with is a change stream, asking again all the time.
  const filter = { ns: { $in: namespaces }, 'originatingCommand.aggregate': { $exists: false } }
  // Level 2 would heed no filter; under a filter level 1 heeds no slowness.
  await database().command({ profile: 1, filter })
}

export const stopProfile = async (): Promise<void> => {
  await database().command({ profile: 0, filter: 'unset' })
}

/** Reads of people; a change stream opens on the same collections. */
const isRead = ({ command, originatingCommand }: Document): boolean => {
  const asked = (originatingCommand ?? command) as Document | undefined
  const stages = (asked?.pipeline ?? []) as Document[]
  return asked !== undefined && ('find' in asked || 'aggregate' in asked) && !stages.some((stage) => '$changeStream' in stage)
}

/** An entry is written before its answer is sent and bears the time of its end: a call alone has those of its time. */
const entriesSince = async (startedAt: number): Promise<Document[]> => {
  const projection = { ts: 1, ns: 1, command: 1, originatingCommand: 1, keysExamined: 1, docsExamined: 1, planSummary: 1, hasSortStage: 1 }
  const newest = await database().collection(PROFILE).find({}, { sort: { $natural: -1 }, limit: NEWEST, projection }).toArray()
  const own = newest.filter(({ ts }) => (ts as Date).getTime() >= startedAt)
  if (own.length === NEWEST) throw new Error('one call made more commands than are read')
  return own.filter(isRead)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

interface Profiling {
  collection: string
  /** Of some lists a reader is answered without a look. */
  mayReadNothing?: true
}

/** Runs one call and tells what it examined on one collection, all its stretches together. */
export const profiled = async <T>({ collection, mayReadNothing }: Profiling, call: () => Promise<T>): Promise<{ answer: T; ms: number; reading: Reading }> => {
  // The last call's entry lies in an earlier millisecond.
  await wait(2)
  const startedAt = Date.now()
  const begun = performance.now()
  const answer = await call()
  const ms = performance.now() - begun
  const entries = (await entriesSince(startedAt)).filter(({ ns }) => ns === `${database().databaseName}.${collection}`)
  if (entries.length === 0 && !mayReadNothing) throw new Error(`nothing was read of ${collection}`)
  const plans = entries.map(({ planSummary }) => String(planSummary))
  const reading = {
    keys: sum(entries.map(({ keysExamined }) => (keysExamined as number | undefined) ?? 0)),
    docs: sum(entries.map(({ docsExamined }) => (docsExamined as number | undefined) ?? 0)),
    isScan: plans.some((plan) => plan.includes('COLLSCAN')),
    isSort: entries.some(({ hasSortStage }) => hasSortStage === true),
    plans,
  }
  return { answer, ms, reading }
}
