import type { Timing } from '../calendar/working-time'
import type { Limits } from './case-type'
import { isOpen, type CaseState, type Colour, type Grade } from './states'

/**
 * Minutes of the grade's own time (a working day of seven hours; four hours by the wall clock) before
 * the limit at which a case turns yellow, where the county says nothing else. One length per grade, so that "yellow" is a plain range of
 * `redAt` within a grade and every colour filter stays an index range.
 */
export const WARN_MINUTES: Record<Grade, number> = { normal: 7 * 60, urgent: 4 * 60 }

/** The stored part of a case's time; null while it stands still (待评价, 暂停) or the case is closed. Minutes are of the grade's own time. */
export interface Clock {
  acceptBy: Date | null
  yellowAt: Date | null
  redAt: Date | null
  remainingMinutes: number | null
  /** What the limit was counted from and how long it is, to count it anew when the calendar changes; null where it is a day somebody set. */
  limitFrom: Date | null
  limitMinutes: number | null
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

/** How the limits of a grade run; from the case type and the county's calendar. */
export interface Pace {
  grade: Grade
  time: Timing
  /** When it turns yellow, as the county has it now: the same for every case of a grade, whatever version it lives under. */
  warn?: { minutes: number; time: Timing }
}

export const yellowBefore = (redAt: Date, { grade, time, warn = { minutes: WARN_MINUTES[grade], time } }: Pace): Date => warn.time.before(redAt, warn.minutes)

/** Until a day that was set, whatever the calendar becomes. */
export const runningUntil = (redAt: Date, pace: Pace): Omit<Clock, 'acceptBy'> => ({
  yellowAt: yellowBefore(redAt, pace),
  redAt,
  remainingMinutes: null,
  limitFrom: null,
  limitMinutes: null,
})

/** Where another platform's limit is the earlier one, it binds; never later than what was counted here. */
export const noLaterThan = (bound: Date | null, redAt: Date | null, pace: Pace): Partial<Clock> =>
  bound !== null && redAt !== null && redAt > bound ? runningUntil(bound, pace) : {}

/** So many minutes of the grade's own time from an instant. */
export const runningFor = (limitFrom: Date, limitMinutes: number, pace: Pace): Omit<Clock, 'acceptBy'> => {
  const redAt = pace.time.after(limitFrom, limitMinutes)
  return { yellowAt: yellowBefore(redAt, pace), redAt, remainingMinutes: null, limitFrom, limitMinutes }
}

interface Start extends Pace {
  receivedAt: Date
  /** When it last went to another desk unaccepted, where that was later. */
  acceptFrom?: Date | undefined
  limits: Limits
}

/** From first submission until somebody accepts; acceptance has a limit of its own inside the whole. */
export const pendingClock = (start: Start): Clock => ({
  ...acceptedClock(start),
  acceptBy: start.time.after(start.acceptFrom ?? start.receivedAt, start.limits.acceptMinutes),
})

export const acceptedClock = ({ receivedAt, limits, acceptFrom: _later, ...pace }: Start): Clock => ({
  acceptBy: null,
  ...runningFor(receivedAt, limits.totalMinutes, pace),
})

/**
 * A new category or grade brings its own limit. A limit that has passed stays passed, and only who
 * dispatches may give more time: whoever is accountable would else be judge of their own lateness.
 */
export const reclassedClock = (before: Pick<Clock, 'redAt' | 'limitFrom' | 'limitMinutes'>, next: Clock, about: Pace & { now: Date; mayLengthen: boolean }): Clock => {
  const { redAt, limitFrom, limitMinutes } = before
  if (!redAt || !next.redAt || next.redAt <= redAt) return next
  const isKept = redAt <= about.now || !about.mayLengthen
  return isKept ? { ...next, ...runningUntil(redAt, about), limitFrom, limitMinutes } : next
}

/** The clock stands while the requester looks at the answer, or the case is paused; what was left is kept (negative when late). */
export const standingClock = (redAt: Date | null, { now, time }: { now: Date; time: Timing }): Clock => ({
  acceptBy: null,
  yellowAt: null,
  redAt: null,
  remainingMinutes: redAt ? time.between(now, redAt) : null,
  limitFrom: null,
  limitMinutes: null,
})

/** After a pause the case runs on with what was left. */
export const resumedClock = (remainingMinutes: number, { now, ...pace }: Pace & { now: Date }): Clock => ({
  acceptBy: null,
  ...runningFor(now, remainingMinutes, pace),
})

/** The same limit by the calendar as it is now; unmoved where a day was set, or where it has passed already. */
export const recountedClock = <C extends Pick<Clock, 'redAt' | 'limitFrom' | 'limitMinutes'>>({ redAt, limitFrom, limitMinutes }: C, { now, ...pace }: Pace & { now: Date }): Omit<Clock, 'acceptBy'> | null => {
  if (!redAt || redAt <= now || !limitFrom || limitMinutes === null) return null
  const next = runningFor(limitFrom, limitMinutes, pace)
  return next.redAt?.getTime() === redAt.getTime() ? null : next
}

export const stoppedClock: Clock = { acceptBy: null, yellowAt: null, redAt: null, remainingMinutes: null, limitFrom: null, limitMinutes: null }

/** A reopened case gets a share of its limit (half, unless the county says otherwise) from the moment it is reopened; one that ran no limit out itself no more than it had left. */
export const reopenedClock = ({ limits, left, share = 50, ...running }: Pace & { now: Date; limits: Limits; left?: number | null; share?: number }): Clock =>
  resumedClock(Math.min(Math.floor((limits.totalMinutes * share) / 100), Math.max(0, left ?? Infinity)), running)
