import { openJournal, type JournalStream } from '../core/dispatch/follow'
import type { Emitted } from '../core/operation'
import { describeError, log } from '../core/log'

interface Follower {
  onEvent: (event: Emitted) => void
  /** Events may have been missed: clients should fetch again. */
  onGap: () => void
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Each server follows the journal itself and tells its own sockets: one change stream a server and
 * no further write, where a socket adapter would insert every message once more.
 */
export const followEvents = ({ onEvent, onGap }: Follower): (() => Promise<void>) => {
  const state = { isStopping: false }
  const follow = async (): Promise<void> => {
    while (!state.isStopping) {
      const stream = openJournal({})
      try {
        await read(stream, { onEvent, isStopping: () => state.isStopping })
      } catch (error) {
        log.warn({ error: describeError(error) }, 'event stream interrupted')
        await wait(500)
        onGap()
      } finally {
        await stream.close().catch(() => undefined)
      }
    }
  }
  const running = follow()
  return async () => {
    state.isStopping = true
    await running
  }
}

interface Reading {
  onEvent: (event: Emitted) => void
  isStopping: () => boolean
}

const read = async (stream: JournalStream, { onEvent, isStopping }: Reading): Promise<void> => {
  while (!isStopping()) {
    const row = await stream.tryNext()
    for (const event of row?.fullDocument.events ?? []) onEvent(event)
  }
}
