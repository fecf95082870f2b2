import { randomUUID } from 'node:crypto'
import type { Emitted } from './operation'

/** This process, as its journal rows name it: its own sockets need not read those back from the database. */
export const ORIGIN = randomUUID()

interface Listener {
  onEvent: (event: Emitted) => void
  /** Events may have been missed. */
  onGap: () => void
}

const listeners = new Set<Listener>()

/** Hears what this process commits, at once; what others commit is read from the journal. */
export const onAnnounced = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const announce = (events: readonly Emitted[]): void => {
  for (const event of events) for (const { onEvent } of listeners) onEvent(event)
}

/** Nobody knows whether it was committed: whoever listens fetches again. */
export const announceDoubt = (): void => {
  for (const { onGap } of listeners) onGap()
}
