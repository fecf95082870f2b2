import { DAY, MINUTE } from '../core/time'
import type { ErrorCode } from '../catalog/errors'
import type { Span } from '../duty/rules'

export const GROUPS = ['urgent', 'red', 'yellow', 'promised', 'watched'] as const
export type Group = (typeof GROUPS)[number]
export const WATCH_KINDS = ['promised', 'watched'] as const

/** A group shows and freezes its most pressing; that there are more is said. */
export const MOST_IN_GROUP = 50
/** From so long before its end a shift may be handed over. */
export const OPENS_BEFORE_MS = 120 * MINUTE
/** After its end it is rung, first after a while, then again and again, for a day. */
export const RING_FIRST_MS = 10 * MINUTE
export const RING_EVERY_MS = 30 * MINUTE
export const RING_FOR_MS = DAY

/** Which ring is due for a shift that ended: 0, 1, 2 …; null before the first and after the last. */
export const ringDue = (to: Date, now: Date): number | null => {
  const since = now.getTime() - to.getTime()
  return since < RING_FIRST_MS || since >= RING_FOR_MS ? null : Math.floor((since - RING_FIRST_MS) / RING_EVERY_MS)
}

interface Staffed extends Span {
  mainId: string
  backupId?: string | undefined
}

export const isOnShift = ({ mainId, backupId }: Pick<Staffed, 'mainId' | 'backupId'>, personId: string): boolean => personId === mainId || personId === backupId

export interface Stand {
  leaving: Staffed
  arriving: Staffed | undefined
  /** What has been signed so far. */
  signed: { byId: string | null; isAccepted: boolean } | undefined
}

export const whyNotSign = ({ leaving, signed }: Stand, { actorId, now }: { actorId: string; now: Date }): ErrorCode | null => {
  if (!isOnShift(leaving, actorId)) return 'handover.notYourShift'
  if (signed) return signed.isAccepted ? 'handover.alreadyAccepted' : 'handover.alreadySigned'
  return now.getTime() < leaving.to.getTime() - OPENS_BEFORE_MS ? 'handover.tooEarly' : null
}

/** Who leaves without signing does not keep the next shift from beginning: it takes over alone, in its own words. */
export const whyNotAccept = ({ leaving, arriving, signed }: Stand, { actorId, now, hasWords }: { actorId: string; now: Date; hasWords: boolean }): ErrorCode | null => {
  if (!arriving || !isOnShift(arriving, actorId)) return 'handover.notYourShift'
  if (signed?.isAccepted) return 'handover.alreadyAccepted'
  if (!signed) return now < leaving.to || !hasWords ? 'handover.notSignedYet' : null
  return signed.byId === actorId && leaving.mainId !== arriving.mainId ? 'handover.sameHands' : null
}
