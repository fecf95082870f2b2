import { setTimeout as wait } from 'node:timers/promises'
import { MongoError, type ClientSession } from 'mongodb'
import { ambient, withAmbient } from './context'
import { databaseClient } from './database'
import { fail } from './fail'
import { metrics } from './metrics'

const TRIES = 5
const FIRST_WAIT_MS = 8

const hasLabel = (error: unknown, label: string): boolean => error instanceof MongoError && error.hasErrorLabel(label)
/** Exponential with full jitter, so that twins do not meet again. */
const jitter = (attempt: number): number => Math.random() * FIRST_WAIT_MS * 2 ** attempt

/**
 * Runs `work` in one transaction, anew on every transient conflict, five times at most; then
 * `core.busy`. `work` may run more than once and therefore touches nothing but the database.
 */
export const inTransaction = async <T>(work: (attempt: number) => Promise<T>): Promise<T> => {
  const session = databaseClient().startSession()
  try {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const ended = await tryOnce(session, () => work(attempt))
      if ('result' in ended) return ended.result
      if (attempt < TRIES) await wait(jitter(attempt))
    }
    return fail('core.busy', { retryAfterSeconds: 2 })
  } finally {
    await session.endSession()
  }
}

/** The result, or that it met a conflict and may be run again; anything else is thrown. */
const tryOnce = async <T>(session: ClientSession, work: () => Promise<T>): Promise<{ result: T } | { isConflict: true }> => {
  try {
    return { result: await once(session, work) }
  } catch (error) {
    if (!hasLabel(error, 'TransientTransactionError')) throw error
    metrics.transactionRetries.inc()
    return { isConflict: true }
  }
}

const once = async <T>(session: ClientSession, work: () => Promise<T>): Promise<T> => {
  session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } })
  try {
    const result = await withAmbient({ ...ambient(), session }, work)
    await commit(session)
    return result
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined)
    throw error
  }
}

/** Nobody waits longer at the other end: what became of it is told to who asks again under the same key. */
const COMMIT_MS = 15_000

/** A commit whose answer got lost may have happened: it is asked again, never run again. */
const commit = async (session: ClientSession): Promise<void> => {
  const until = Date.now() + COMMIT_MS
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.commitTransaction()
      return
    } catch (error) {
      const isLast = attempt >= TRIES || Date.now() > until
      if (isLast || !hasLabel(error, 'UnknownTransactionCommitResult')) throw error
      await wait(jitter(attempt))
    }
  }
}
