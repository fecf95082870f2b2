import type { EventName } from '../catalog/events'
import type { MessageKind } from './states'

/** What of a case the platform hears, and as what. An extension is asked of it once our own level above has granted it. */
export const toldOf = {
  'casework.accepted': 'sign',
  'casework.merged': 'sign',
  'casework.answered': 'reply',
  'casework.gaveUp': 'reply',
  'casework.declined': 'return',
  'casework.timeGranted': 'extension',
} as const satisfies Partial<Record<EventName, MessageKind>>

export type ToldEvent = keyof typeof toldOf
export const TOLD_EVENTS = Object.keys(toldOf) as ToldEvent[]

const MINUTE = 60_000
const LONGEST = 60 * MINUTE

/** Tried again after one, two, four … minutes, at most an hour apart; it is never given up by itself. */
export const nextTryAfter = (tries: number, now: Date): Date => new Date(now.getTime() + Math.min(LONGEST, MINUTE * 2 ** Math.min(tries, 10)))
