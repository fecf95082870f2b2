import type { Question } from './stoppers'
import type { Grade, OpenState, CaseState } from './states'

/**
 * Who an action is for, on the record: the person who asked, who filed it for them, the doer, the accountable
 * unit, the units above it, whoever dispatches there, anyone appointed there who holds that duty, or a timetable.
 */
export type Party = 'requester' | 'helper' | 'staff' | 'handler' | 'owner' | 'superior' | 'dispatcher' | 'system'

export type CaseAction =
  | 'withdraw' | 'route' | 'accept' | 'assign' | 'handle' | 'ask' | 'supplement'
  | 'answer' | 'rate' | 'reopen' | 'decline' | 'giveUp' | 'disown'
  | 'askTime' | 'grantTime' | 'refuseTime' | 'resume'
  | 'fileFeedback' | 'signResult' | 'listForSupervision' | 'takeCharge'
  | 'warn' | 'callBackup' | 'escalate' | 'recount' | 'closeUnrated'

/** One row of the flow: in these states, this party may do this, and the case then stands there ('same' = unmoved). */
export interface Transition {
  action: CaseAction
  from: readonly CaseState[]
  who: readonly Party[]
  to: CaseState | 'same'
}

/** Minutes of the grade's own time from first submission: until somebody accepts, and until it is answered. */
export interface Limits {
  acceptMinutes: number
  totalMinutes: number
}

export interface Category {
  code: string
  label: string
  /** Department whose duty this is, by its kind of unit key; none = the village committee's own. */
  department?: string
  grade: Grade
  limits?: Limits
  questions?: readonly Question[]
}

/** A kind of case: declared in its own domain, registered on the server; the engine knows none by name. */
export interface CaseType {
  name: string
  label: string
  version: number
  flow: readonly Transition[]
  categories: readonly Category[]
  limits: Record<Grade, Limits>
  /** Whether a grade's limits run in office hours only, or by the clock on the wall. */
  pace: Record<Grade, 'working' | 'natural'>
  /** Days an answer waits for a rating before it closes as 未评价. */
  ratingDays: number
  /** Days after closing in which the requester may still say it is not fixed. */
  reopenDays: number
  initial: OpenState
}

export const categoryOf = (type: CaseType, code: string | undefined): Category | undefined =>
  type.categories.find((category) => category.code === code)

/** The limits of a case: the category's own, else the grade's. */
export const limitsOf = (type: CaseType, grade: Grade, category?: string): Limits =>
  (grade === 'normal' ? categoryOf(type, category)?.limits : undefined) ?? type.limits[grade]
