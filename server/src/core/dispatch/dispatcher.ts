import { setTimeout as wait } from 'node:timers/promises'
import type { ResumeToken } from 'mongodb'
import { withAmbient } from '../context'
import { database } from '../database'
import { Journal, type JournalDoc } from '../journal'
import { describeError, log } from '../log'
import { leasePartitions, newHolder, releasePartitions, SYSTEM } from './checkpoints'
import { keepLease } from './lease'
import { dataOf, isTokenLost, isUsable, nextOf, openJournal, operationTime, type JournalStream } from './follow'
import { createProgress, type Progress } from './progress'

const SAVE_MS = 500
const RESCAN_MS = 60 * 60_000

/**
 * Follows the journal and runs the reactions: rows of one record in order, records side by side.
 * Dying anywhere is harmless, because the token is saved only after reactions are done and every
 * reaction is keyed by its event.
 */
export const startDispatcher = () => {
  const holder = newHolder()
  const state = { isStopping: false }
  const running = run(holder, state)
  return {
    stop: async (): Promise<void> => {
      state.isStopping = true
      await running
    },
  }
}

interface State {
  isStopping: boolean
}

const asSystem = <T>(work: () => Promise<T>): Promise<T> => withAmbient({ county: SYSTEM }, work)

const run = async (holder: string, state: State): Promise<void> => {
  while (!state.isStopping) {
    try {
      const held = await asSystem(() => leasePartitions(holder, new Date()))
      if (held.length === 0) await wait(1_000)
      else await followHeld({ holder, state, held })
    } catch (error) {
      log.warn({ error: describeError(error) }, 'dispatch interrupted, starting again')
      await wait(500)
    }
  }
  await asSystem(() => releasePartitions(holder)).catch(() => undefined)
}

interface Held {
  holder: string
  state: State
  held: { _id: string; token?: ResumeToken; at?: Date }[]
}

const followHeld = async ({ holder, state, held }: Held): Promise<void> => {
  const partitions = held.map(({ _id }) => Number(_id.slice(1)))
  const lease = keepLease(holder, held)
  const isOver = (): boolean => state.isStopping || lease.isLost()
  const progress = createProgress({ holder, partitions }, isOver)
  try {
    const { stream, isFresh, since } = await open(held, partitions)
    try {
      if (isFresh) await rescan(progress, { partitions, since, isOver })
      await pump({ stream, progress, isOver })
    } finally {
      await stream.close().catch(() => undefined)
      await progress.drained()
      await asSystem(() => progress.save()).catch(() => undefined)
    }
  } finally {
    lease.stop()
  }
}

interface Opened {
  stream: JournalStream
  /** No usable token: rows since then are looked at again. */
  isFresh: boolean
  since: Date
}

const open = async (held: Held['held'], partitions: number[]): Promise<Opened> => {
  const oldestAt = held.reduce((oldest, { at }) => Math.min(oldest, at?.getTime() ?? Date.now()), Date.now())
  const since = new Date(oldestAt - RESCAN_MS)
  // Start before the scan, so that what commits meanwhile is in one of the two.
  const beginning = await operationTime()
  const tokens = held.map(({ token }) => token)
  if (tokens.every((token) => isUsable(token, beginning))) {
    const [first] = [...tokens].sort((a, b) => (dataOf(a) < dataOf(b) ? -1 : 1))
    const stream = openJournal({ resumeAfter: first }, partitions)
    try {
      await stream.tryNext().then((row) => row && stash.set(stream, row))
      return { stream, isFresh: false, since }
    } catch (error) {
      await stream.close().catch(() => undefined)
      if (!isTokenLost(error)) throw error
      log.error({ error: describeError(error) }, 'resume token lost: scanning the journal again')
    }
  }
  return { stream: openJournal({ startAtOperationTime: beginning }, partitions), isFresh: true, since }
}

/** The row read while trying whether a token still works. */
const stash = new WeakMap<JournalStream, NonNullable<Awaited<ReturnType<JournalStream['tryNext']>>>>()

interface Rescan {
  partitions: number[]
  since: Date
  isOver: () => boolean
}

const rescan = async (progress: Progress, { partitions, since, isOver }: Rescan): Promise<void> => {
  const rows = database()
    .collection<JournalDoc>(Journal.name)
    .find({ at: { $gte: since }, partition: { $in: partitions } })
    .sort({ at: 1 })
  for await (const row of rows) {
    if (isOver()) return
    await progress.room()
    progress.take(row, undefined)
  }
  await progress.drained()
}

interface Pump {
  stream: JournalStream
  progress: Progress
  isOver: () => boolean
}

const pump = async ({ stream, progress, isOver }: Pump): Promise<void> => {
  let savedAt = Date.now()
  // A stream that a drop has ended answers at once, without end, that nothing came.
  while (!isOver() && !stream.closed) {
    const row = stash.get(stream) ?? (await nextOf(stream))
    stash.delete(stream)
    if (row) progress.take(row.fullDocument, row._id)
    else progress.idleAt(stream.resumeToken)
    await progress.room()
    if (Date.now() - savedAt <= SAVE_MS) continue
    await asSystem(() => progress.save())
    savedAt = Date.now()
  }
}
