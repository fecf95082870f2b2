import type { Limits } from '../case-type'
import { acceptedClock, pendingClock, runningUntil, yellowBefore, type Clock, type Pace } from '../clock'
import { acceptFromOf, startOf, type Named } from '../names'
import type { CaseRecord } from '../record'

type Followed = Pick<CaseRecord, 'state' | 'acceptBy' | 'yellowAt' | 'redAt' | 'limitFrom' | 'limitMinutes' | 'reopenedCount' | 'hearing' | 'pausedMinutes' | 'returns'> & Partial<Pick<CaseRecord, 'admittedAt'>> & Pick<Named, 'names' | 'released'> & { receivedAt: Date }

interface Following extends Pace {
  limits: Limits
  now: Date
}

/** A limit that runs from submission, and has not passed: a day somebody set, and half limits, stay. */
const mayMove = ({ redAt, limitFrom, reopenedCount, hearing }: Followed, now: Date): boolean =>
  redAt !== null && redAt > now && limitFrom !== null && reopenedCount === 0 && !hearing

const acceptAfter = ({ acceptBy }: Followed, next: Date | null, now: Date): Date | null =>
  acceptBy !== null && acceptBy > now && next !== null && next > now ? next : acceptBy

/**
 * The clock of a running case under other limits. What is red stays red, what somebody granted or set
 * stays, and no limit moves into the past.
 */
export const followedClock = (record: Followed, { limits, now, ...pace }: Following): Partial<Clock> => {
  if (!mayMove(record, now)) return {}
  const granted = { ...limits, totalMinutes: limits.totalMinutes + record.pausedMinutes }
  const start = { receivedAt: startOf(record), acceptFrom: acceptFromOf(record), limits: granted, ...pace }
  const next = record.state === 'pending' ? pendingClock(start) : acceptedClock(start)
  const acceptBy = acceptAfter(record, next.acceptBy, now)
  const isMoved = next.redAt !== null && next.redAt > now && next.redAt.getTime() !== record.redAt?.getTime()
  const isOtherAccept = acceptBy?.getTime() !== record.acceptBy?.getTime()
  return { ...(isMoved ? { ...next, acceptBy } : {}), ...(isOtherAccept ? { acceptBy } : {}) }
}

/** Yellow by what the county says now, the limit as it stands; null where it is the same. */
export const yellowAgain = ({ yellowAt, redAt, limitFrom, limitMinutes }: Pick<CaseRecord, 'yellowAt' | 'redAt' | 'limitFrom' | 'limitMinutes'>, { now, ...pace }: Pace & { now: Date }): Partial<Clock> | null => {
  if (!redAt || redAt <= now || yellowAt?.getTime() === yellowBefore(redAt, pace).getTime()) return null
  return { ...runningUntil(redAt, pace), limitFrom, limitMinutes }
}
