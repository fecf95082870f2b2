import type { ChangeStream, ChangeStreamInsertDocument, ResumeToken, Timestamp } from 'mongodb'
import { database } from '../database'
import { Journal, type JournalDoc } from '../journal'

export type JournalInsert = ChangeStreamInsertDocument<JournalDoc>
export type JournalStream = ChangeStream<JournalDoc, JournalInsert>

type From = { resumeAfter: ResumeToken } | { startAtOperationTime: Timestamp } | object

/** Committed journal rows that carry events, in commit order (an `_id` cursor misses rows that commit late). */
export const openJournal = (from: From, partitions?: readonly number[]): JournalStream => {
  const match = {
    operationType: 'insert',
    'fullDocument.partition': partitions ? { $in: [...partitions] } : { $exists: true },
  }
  return database()
    .collection<JournalDoc>(Journal.name)
    .watch<JournalDoc, JournalInsert>([{ $match: match }], { ...from, maxAwaitTimeMS: 200, batchSize: 200 })
}

/** The set's present operation time: a place to start from when no token is usable. */
export const operationTime = async (): Promise<Timestamp> => {
  const reply = await database().command({ ping: 1 })
  return reply.operationTime as Timestamp
}

// ChangeStreamFatalError, ChangeStreamHistoryLost, InvalidResumeToken, and a token that cannot be read.
const TOKEN_LOST = new Set([280, 286, 260, 40649, 40647, 50811, 9])

export const isTokenLost = (error: unknown): boolean =>
  TOKEN_LOST.has((error as { code?: number }).code ?? -1)
