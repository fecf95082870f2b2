import { setTimeout as wait } from 'node:timers/promises'
import { MongoServerError, type ChangeStream, type ChangeStreamInsertDocument, type Document, type ResumeToken, type Timestamp } from 'mongodb'
import { ORIGIN } from '../announce'
import { database, isDatabaseAway } from '../database'
import { Journal, type JournalDoc } from '../journal'

export type JournalInsert = ChangeStreamInsertDocument<JournalDoc>
export type JournalStream = ChangeStream<JournalDoc, JournalInsert>

type From = { resumeAfter: ResumeToken } | { startAtOperationTime: Timestamp } | object

/**
 * Committed journal rows that carry events, in commit order (an `_id` cursor misses rows that commit late).
 * Who asks for no partitions listens only: it is given the events alone, and only of other processes.
 */
export const openJournal = (from: From, partitions?: readonly number[]): JournalStream => {
  const match = {
    operationType: 'insert',
    'fullDocument.partition': partitions ? { $in: [...partitions] } : { $exists: true },
    ...(partitions ? {} : { 'fullDocument.origin': { $ne: ORIGIN } }),
  }
  return database()
    .collection<JournalDoc>(Journal.name)
    .watch<JournalDoc, JournalInsert>([{ $match: match }, ...(partitions ? [] : [{ $project: { 'fullDocument.events': 1 } }])], { ...from, maxAwaitTimeMS: 200, batchSize: 200 })
}

/** The set's present operation time: a place to start from when no token is usable. */
export const operationTime = async (): Promise<Timestamp> => {
  const reply = await database().command({ ping: 1 })
  return reply.operationTime as Timestamp
}

/** The server can be reached and will not go on from this token: history gone, unknown event, unreadable. */
export const isTokenLost = (error: unknown): boolean => error instanceof MongoServerError && !isDatabaseAway(error)

export const dataOf = (token: unknown): string => {
  const data = (token as { _data?: unknown } | null | undefined)?._data
  return typeof data === 'string' ? data : ''
}

const TYPE_OF_TIME = '82'

/**
 * Whether a stream can be asked to go on from it. A token ahead of the set's own time stems from a
 * database that has been put back since: a stream would wait there and pass over everything until then.
 */
export const isUsable = (token: unknown, present: Timestamp): boolean => {
  const data = dataOf(token)
  return data.startsWith(TYPE_OF_TIME) && parseInt(data.slice(2, 10), 16) <= present.getHighBitsUnsigned()
}

const BREATH_MS = 20

/** What the driver has fetched and not yet handed out: it counts that on its cursor and nowhere else. */
const fetchedOf = (stream: object): number =>
  (stream as { cursor?: { bufferedCount?: () => number } }).cursor?.bufferedCount?.() ?? 0

/**
 * The next change, or null when none came. A stream asked again at once is answered change by change,
 * and each answer costs the database a look through all it wrote meanwhile: changes gather for a moment instead.
 */
export const nextOf = async <D extends Document, C extends Document>(stream: ChangeStream<D, C>): Promise<C | null> => {
  if (fetchedOf(stream) === 0) await wait(BREATH_MS)
  return stream.tryNext()
}
