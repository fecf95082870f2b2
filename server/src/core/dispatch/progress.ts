import { setTimeout as wait } from 'node:timers/promises'
import type { ResumeToken } from 'mongodb'
import type { JournalDoc } from '../journal'
import { describeError, log } from '../log'
import { saveCheckpoint, type Share } from './checkpoints'
import { dataOf } from './follow'
import { reactTo } from './react'
import { createTurns, type Turns } from './turns'

/** Eight times what runs side by side: more would only lie in memory, read while people wait. */
const MAX_PENDING = 128
/** A token that only says that nothing came is not worth a write each time: the write itself moves it on. */
const IDLE_SAVE_MS = 30_000

interface Pending {
  token: ResumeToken | undefined
  isDone: boolean
}

/** The furthest token behind which everything is done. */
const createReached = (share: Share) => {
  let token: ResumeToken | undefined
  let saved: ResumeToken | undefined
  let savedAt = 0
  let isMoved = false
  return {
    passed: (at: ResumeToken | undefined): void => {
      if (!at) return
      token = at
      isMoved = true
    },
    idleAt: (at: ResumeToken | undefined): void => {
      if (at) token = at
    },
    save: async (): Promise<void> => {
      const isWorth = isMoved || Date.now() - savedAt >= IDLE_SAVE_MS
      if (!token || !isWorth || dataOf(token) === dataOf(saved)) return
      const reached = token
      isMoved = false
      savedAt = Date.now()
      await saveCheckpoint(share, reached, new Date())
      saved = reached
    },
  }
}

/** Even parking may fail while the database is away; a row is never passed over for that. */
const untilDone = async (row: JournalDoc, inTurn: Turns, isStopping: () => boolean): Promise<boolean> => {
  while (!isStopping()) {
    try {
      await reactTo(row, inTurn)
      return true
    } catch (error) {
      log.error({ row: row._id, error: describeError(error) }, 'reactions of a row wait')
      await wait(1_000)
    }
  }
  return false
}

/**
 * What has been taken from the stream and how far all of it is done. The saved token never passes a
 * row whose reactions are not done: the longest finished prefix decides.
 */
export const createProgress = (share: Share, isStopping: () => boolean) => {
  const queues = new Map<number, Promise<void>>(share.partitions.map((partition) => [partition, Promise.resolve()]))
  const pending: Pending[] = []
  const reached = createReached(share)
  const inTurn = createTurns()

  const advance = (): void => {
    while (pending[0]?.isDone) reached.passed(pending.shift()?.token)
  }

  const drained = async (): Promise<void> => {
    await Promise.all(queues.values())
  }

  return {
    take: (row: JournalDoc, at: ResumeToken | undefined): void => {
      const entry: Pending = { token: at, isDone: false }
      pending.push(entry)
      const partition = row.partition ?? 0
      const before = queues.get(partition) ?? Promise.resolve()
      const after = before.then(async () => {
        entry.isDone = await untilDone(row, inTurn, isStopping)
        advance()
      })
      queues.set(partition, after)
    },
    /** Nothing came: the stream's own token moves the checkpoint past rows of others. */
    idleAt: (at: ResumeToken): void => {
      if (pending.length === 0) reached.idleAt(at)
    },
    room: async (): Promise<void> => {
      if (pending.length >= MAX_PENDING) await drained()
    },
    drained,
    save: reached.save,
  }
}

export type Progress = ReturnType<typeof createProgress>
