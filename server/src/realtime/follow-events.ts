import { setTimeout as wait } from 'node:timers/promises'
import { onAnnounced } from '../core/announce'
import { nextOf, openJournal, operationTime, type JournalStream } from '../core/dispatch/follow'
import type { Emitted } from '../core/operation'
import { describeError, log } from '../core/log'

interface Follower {
  onEvent: (event: Emitted) => void
  /** Events may have been missed: clients should fetch again. */
  onGap: () => void
}

/**
 * Each server tells its own sockets: what it commits itself at once, what others commit by following
 * the journal. No further write, where a socket adapter would insert every message once more.
 */
export const followEvents = ({ onEvent, onGap }: Follower): (() => Promise<void>) => {
  const state = { isStopping: false }
  const follow = async (): Promise<void> => {
    for (let isAgain = false; !state.isStopping; isAgain = true) {
      try {
        // Fetched again after this moment, followed from it: nothing falls between the two.
        const stream = openJournal({ startAtOperationTime: await operationTime() })
        if (isAgain) onGap()
        await read(stream, { onEvent, isStopping: () => state.isStopping })
      } catch (error) {
        log.warn({ error: describeError(error) }, 'event stream interrupted')
        await wait(500)
      }
    }
  }
  const running = follow()
  const stopHearing = onAnnounced({ onEvent, onGap })
  return async () => {
    state.isStopping = true
    stopHearing()
    await running
  }
}

interface Reading {
  onEvent: (event: Emitted) => void
  isStopping: () => boolean
}

const read = async (stream: JournalStream, { onEvent, isStopping }: Reading): Promise<void> => {
  try {
    while (!isStopping() && !stream.closed) {
      const row = await nextOf(stream)
      for (const event of row?.fullDocument.events ?? []) onEvent(event)
    }
  } finally {
    await stream.close().catch(() => undefined)
  }
}
