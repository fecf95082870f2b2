import type { WorkingTime } from '../calendar/working-time'
import { DAY, dayOf, instantOf } from '../core/time'
import type { ErrorCode } from '../catalog/errors'
import { categoryOf, type CaseType } from './case-type'
import { isSealed, type NameLevel } from './names'
import type { CaseRecord } from './record'

/** Soon after an answer nobody rated; and again long after closing, where a repair should last. */
export const CALL_KINDS = ['first', 'lasting'] as const
export type CallKind = (typeof CALL_KINDS)[number]

/** What whoever calls writes down. */
export const CALL_RESULTS = ['fixed', 'notFixed', 'noReply', 'refused'] as const
export type CallResult = (typeof CALL_RESULTS)[number]

/** How a round ended: as said; because the requester spoke by themselves first; or nobody called before the next one. */
export const CALL_ENDS = [...CALL_RESULTS, 'overtaken', 'missed'] as const
export type CallEnd = (typeof CALL_ENDS)[number]

/** The round that is open on a case; its row, and those of earlier rounds, lie apart. */
export interface CallBack {
  id: string
  round: number
  kind: CallKind
  due: Date
  tries: number
  triedAt: Date | null
}

/** Days on which nobody took the call before it ends as 没接通. */
export const MOST_TRIES = 3

type Called = Pick<CaseRecord, 'state' | 'grade' | 'category' | 'answeredAt' | 'closedAt' | 'rating'> & Partial<Pick<CaseRecord, 'calledFor' | 'callBack'>> & { names?: NameLevel | undefined }
type Rules = Pick<CaseType, 'categories' | 'lastingDays'>

export interface DueCall {
  kind: CallKind
  /** The answer or the closing it asks about. */
  for: Date
  /** When the row is made: the morning of the day. */
  at: Date
  /** By when somebody should have called: the end of that day's office hours. */
  due: Date
}

const morningOf = (at: Date): Date => instantOf(dayOf(at), '00:00')

const dueCall = (kind: CallKind, about: Date, due: Date): DueCall => ({ kind, for: about, at: morningOf(due), due })

const isAsked = ({ calledFor }: Called, about: Date): boolean => Boolean(calledFor && calledFor.for >= about)

/** A lasting repair is asked about again on the first working day so many days after closing. */
const lastingCall = (record: Called, type: Rules, work: WorkingTime): DueCall | null => {
  const { closedAt, state, grade, category } = record
  if (state !== 'closed' || !closedAt || isAsked(record, closedAt)) return null
  if (!categoryOf(type as CaseType, category ?? undefined)?.isLasting) return null
  return dueCall('lasting', closedAt, work.endOfDay(new Date(closedAt.getTime() + (type.lastingDays[grade] - 1) * DAY), 1))
}

/** The next round of a case as it stands; null when there is none to come. Whoever rated is not called the first time. */
export const nextCall = (record: Called, type: Rules, work: WorkingTime): DueCall | null => {
  const { state, answeredAt, rating } = record
  // Nobody has a number to ring: the reporter is asked in the app, by the answer itself.
  if (isSealed(record) || (state !== 'answered' && state !== 'closed')) return null
  if (answeredAt && !rating && !isAsked(record, answeredAt)) return dueCall('first', answeredAt, work.endOfDay(answeredAt, 1))
  return lastingCall(record, type, work)
}

/** The open round as it stands after a step: over once the case is worked on again, or the requester has rated. */
export const keptCall = ({ state, rating, callBack }: Called): CallBack | null => {
  if (!callBack || (state !== 'answered' && state !== 'closed')) return null
  return callBack.kind === 'first' && rating ? null : callBack
}

/** The morning from which it is tried again: another day, and a working one. */
export const nextTryAfter = (now: Date, work: WorkingTime): Date => morningOf(work.endOfDay(now, 1))

export const whyNotTry = ({ triedAt }: CallBack, now: Date): ErrorCode | null =>
  triedAt && dayOf(triedAt) === dayOf(now) ? 'casework.triedToday' : null

export interface Caller {
  id: string
  unitIds: readonly string[]
}

interface Handled {
  requesterId: string
  filedById?: string
  handler: { unitId: string; personId: string | null }
  answer?: { byId: string } | null
}

/**
 * The centre asks, never whoever did the work or their unit. Of the county centre's own work nobody
 * stands above it: there the unit alone does not exclude, the person does.
 */
export const whyNotCall = ({ requesterId, handler, answer }: Handled, caller: Caller, isTopUnit: boolean): ErrorCode | null => {
  const isTheirs = handler.personId === caller.id || answer?.byId === caller.id || requesterId === caller.id
  return isTheirs || (!isTopUnit && caller.unitIds.includes(handler.unitId)) ? 'casework.callOwnWork' : null
}
