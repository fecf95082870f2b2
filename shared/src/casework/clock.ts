import { addMinutes, minutesBetween } from '../core/time'
import type { Limits } from './case-type'
import { isOpen, type CaseState, type Colour, type Grade } from './states'

/**
 * Minutes before the limit at which a case turns yellow. One length per grade, so that "yellow" is a
 * plain range of `redAt` within a grade and every colour filter stays an index range.
 */
export const WARN_MINUTES: Record<Grade, number> = { normal: 24 * 60, urgent: 4 * 60 }

/** The stored part of a case's time; null while it stands still (待评价) or the case is closed. */
export interface Clock {
  acceptBy: Date | null
  yellowAt: Date | null
  redAt: Date | null
  remainingMinutes: number | null
}

export interface Timed {
  state: CaseState
  yellowAt: Date | null
  redAt: Date | null
}

/** Colour is derived, never stored: a function of the stored instants and now. */
export const colourOf = ({ state, yellowAt, redAt }: Timed, now: Date): Colour => {
  if (!isOpen(state)) return 'none'
  if (redAt === null) return 'paused'
  if (redAt <= now) return 'red'
  return yellowAt !== null && yellowAt <= now ? 'yellow' : 'green'
}

/** Not taken on by the time it had to be: said before anything else, though the whole limit still runs. */
export const isLateToAccept = ({ state, acceptBy }: { state: CaseState; acceptBy: Date | null }, now: Date): boolean =>
  state === 'pending' && acceptBy !== null && acceptBy <= now

export const runningUntil = (redAt: Date, grade: Grade): Pick<Clock, 'yellowAt' | 'redAt'> => ({
  yellowAt: addMinutes(redAt, -WARN_MINUTES[grade]),
  redAt,
})

interface Start {
  receivedAt: Date
  grade: Grade
  limits: Limits
}

/** From first submission until somebody accepts; acceptance has a limit of its own inside the whole. */
export const pendingClock = ({ receivedAt, grade, limits }: Start): Clock => ({
  acceptBy: addMinutes(receivedAt, limits.acceptMinutes),
  ...runningUntil(addMinutes(receivedAt, limits.totalMinutes), grade),
  remainingMinutes: null,
})

export const acceptedClock = ({ receivedAt, grade, limits }: Start): Clock => ({
  acceptBy: null,
  ...runningUntil(addMinutes(receivedAt, limits.totalMinutes), grade),
  remainingMinutes: null,
})

/**
 * A new category or grade brings its own limit. A limit that has passed stays passed, and only who
 * dispatches may give more time: whoever is accountable would else be judge of their own lateness.
 */
export const reclassedClock = (before: Pick<Clock, 'redAt'>, next: Clock, about: { grade: Grade; now: Date; mayLengthen: boolean }): Clock => {
  const { redAt } = before
  if (!redAt || !next.redAt || next.redAt <= redAt) return next
  const isKept = redAt <= about.now || !about.mayLengthen
  return isKept ? { ...next, ...runningUntil(redAt, about.grade) } : next
}

/** The clock stands while the requester looks at the answer; what was left is kept (negative when late). */
export const standingClock = (redAt: Date | null, now: Date): Clock => ({
  acceptBy: null,
  yellowAt: null,
  redAt: null,
  remainingMinutes: redAt ? minutesBetween(now, redAt) : null,
})

export const stoppedClock: Clock = { acceptBy: null, yellowAt: null, redAt: null, remainingMinutes: null }

/** A reopened case gets half its limit, from the moment it is reopened. */
export const reopenedClock = ({ now, grade, limits }: { now: Date; grade: Grade; limits: Limits }): Clock => ({
  acceptBy: null,
  ...runningUntil(addMinutes(now, Math.floor(limits.totalMinutes / 2)), grade),
  remainingMinutes: null,
})
