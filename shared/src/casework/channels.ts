import { addMinutes } from '../core/time'
import type { NameLevel } from './names'

/** How a request came in; rows written before channels were kept came from their requester. */
export const CHANNELS = ['self', 'phone', 'walkIn', 'petition', 'helper', 'placeCode', 'hotline', 'open311'] as const
export type Channel = (typeof CHANNELS)[number]

/** What a clerk writes down for somebody who stands there, rings or writes. */
export const CLERK_CHANNELS = ['phone', 'walkIn', 'petition'] as const
export type ClerkChannel = (typeof CLERK_CHANNELS)[number]

/** How a request came, as its record keeps it. */
export interface Came {
  requesterId: string
  channel?: Channel
  /** Whoever typed it, where that is not the requester. */
  filedById?: string
  /** The requester is a caller, who has no account. */
  requesterIsCaller?: true
  /** Who may read whose it is; absent for those kept from the public. Never changed. */
  names?: NameLevel
}

export const channelOf = ({ channel }: Pick<Came, 'channel'>): Channel => channel ?? 'self'

export const isHelper = ({ channel, filedById }: Pick<Came, 'channel' | 'filedById'>, accountId: string): boolean =>
  channel === 'helper' && filedById === accountId

/** The accounts that hear how it goes: the requester's own, else the helper's; a clerk goes on to the next call. */
export const hearersOf = ({ requesterId, channel, filedById, requesterIsCaller }: Came): string[] => {
  if (!requesterIsCaller) return [requesterId]
  return channel === 'helper' && filedById ? [filedById] : []
}

const MOBILE = /^1\d{10}$/
/** With the area code, or as people of one place tell it to each other. */
const LANDLINE = /^(?:0\d{9,11}|[2-8]\d{6,7})$/

/** A number as it is kept, whatever signs stand between the digits; null when it is none. */
export const normalPhone = (said: string): string | null => {
  const digits = said.normalize('NFKC').replace(/[\s().\-–—]/g, '').replace(/^(?:\+|00)86/, '')
  return MOBILE.test(digits) || LANDLINE.test(digits) ? digits : null
}

const UNDO_HOURS = 72

/** Until when a request filed by a helper can be undone. */
export const undoByOf = (receivedAt: Date): Date => addMinutes(receivedAt, UNDO_HOURS * 60)
