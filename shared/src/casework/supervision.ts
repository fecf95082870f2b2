import type { WorkingTime } from '../calendar/working-time'
import type { ErrorCode } from '../catalog/errors'
import type { CaseType } from './case-type'
import type { CaseState } from './states'

/** What a supervision (督办) waits for, in this order. */
export const AWAITED = ['feedback', 'result', 'signature'] as const
export type Awaited = (typeof AWAITED)[number]

/** At red the owner moved up (逾期督办); or somebody above listed the case (挂牌督办). */
export type SupervisionKind = 'overdue' | 'listed'

/** The supervision a case stands under now; its form, and the ones before it, are rows of their own. */
export interface Supervision {
  id: string
  kind: SupervisionKind
  /** 1 when it first moved, one more with every missed duty. */
  level: number
  /** Whose duty it is: the owner since the move. */
  unitId: string
  /** Who listed it; absent where a limit did. */
  byUnitId?: string
  since: Date
  awaits: Awaited
  due: Date
  /** At the county: it moves no further and stays listed. */
  isTop: boolean
}

/** A promised day lies within so many working days: longer is no promise. */
export const MOST_PROMISED_DAYS = 10

type Days = Pick<CaseType, 'feedbackDays' | 'signDays'>

interface Opening {
  id: string
  kind: SupervisionKind
  unitId: string
  byUnitId?: string
  isTop: boolean
  /** The one before it, where a missed duty moved the case once more. */
  before: Supervision | null
  state: CaseState
  now: Date
  work: WorkingTime
  /** How long each duty has. */
  days: Days
}

/** A new duty for the owner: to say what is the matter, or, where the result lies reported already, to sign it. */
export const openSupervision = ({ before, state, now, work, days, ...about }: Opening): Supervision => ({
  ...about,
  level: (before?.level ?? 0) + 1,
  since: now,
  awaits: state === 'answered' ? 'signature' : 'feedback',
  due: work.endOfDay(now, state === 'answered' ? days.signDays : days.feedbackDays),
})

export const afterFeedback = (supervision: Supervision, promisedAt: Date): Supervision => ({ ...supervision, awaits: 'result', due: promisedAt })

/** The handler has reported a result: the owner signs it. */
export const afterAnswer = (supervision: Supervision, { now, work, days }: Pick<Opening, 'now' | 'work'> & { days: Pick<Days, 'signDays'> }): Supervision =>
  ({ ...supervision, awaits: 'signature', due: work.endOfDay(now, days.signDays) })

export const whyNotPromise = (promisedAt: Date, now: Date, work: WorkingTime): ErrorCode | null => {
  if (promisedAt <= now) return 'casework.promiseInPast'
  return promisedAt > work.endOfDay(now, MOST_PROMISED_DAYS) ? 'casework.promiseTooFar' : null
}

/** Why this supervision does not take this step now; null when it does. */
export const whyNotSupervise = (supervision: Supervision | null, step: Awaited): ErrorCode | null => {
  if (!supervision) return 'casework.notSupervised'
  return supervision.awaits === step ? null : 'casework.otherAwaited'
}
