import type { RiskRules } from './risk'
import type { NameLevel } from './names'
import type { Question } from './stoppers'
import type { ArrivalLimits } from './whistle'
import type { Grade, OpenState, CaseState } from './states'

/**
 * Who an action is for, on the record: the person who asked, who filed it for them, the doer, the accountable
 * unit, the units above it, whoever dispatches there, the centre that had no part in the work, who decides between units, whoever is called to help
 * (still awaited, or arrived),
 * whoever looks at reports of people nobody knows,
 * anyone appointed there who holds that duty, or a timetable.
 */
export type Party = 'requester' | 'helper' | 'staff' | 'handler' | 'owner' | 'superior' | 'dispatcher' | 'centre' | 'arbiter' | 'called' | 'awaited' | 'arrived' | 'triageDesk' | 'head' | 'system'

export type CaseAction =
  | 'withdraw' | 'route' | 'accept' | 'assign' | 'handle' | 'ask' | 'supplement'
  | 'answer' | 'rate' | 'reopen' | 'decline' | 'giveUp' | 'disown'
  | 'askTime' | 'grantTime' | 'refuseTime' | 'resume'
  | 'fileFeedback' | 'signResult' | 'listForSupervision' | 'takeCharge'
  | 'warn' | 'callBackup' | 'escalate' | 'endPause' | 'recount' | 'closeUnrated' | 'rebind' | 'followSettings'
  | 'reportAnswer' | 'signAnswer' | 'refuseAnswer' | 'sendUnsigned'
  | 'merge' | 'unmerge' | 'takeIn' | 'letGo'
  | 'publish' | 'unpublish'
  | 'openCallBack' | 'recordCallBack' | 'answerCallBack' | 'notFixed' | 'holdHearing'
  | 'returnCase' | 'arbitrate' | 'raiseArbitration'
  | 'whistle' | 'arrive' | 'reportResult' | 'waiveCalled' | 'tellLate'
  | 'admit' | 'turnAway' | 'raiseTriage'
  | 'setRisk'
  | 'release'

/**
 * One row of the flow: in these states, this party may do this, and the case then stands there ('same' =
 * unmoved, 'before' = where it stood when it was merged). Nobody in `who`: it follows from a step on another case.
 */
export interface Transition {
  action: CaseAction
  from: readonly CaseState[]
  who: readonly Party[]
  to: CaseState | 'same' | 'before'
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
  /** What is looked at together when similar cases are sought; a category without one is its own. */
  family?: string
  /** Metres within which two reports may be one matter, where the usual ones do not fit. */
  radius?: Partial<Radius>
  /** Words by which a report nobody has sorted yet is taken for this kind. */
  words?: readonly string[]
  /** A household's own affair, or about people: other villagers are never shown such a case. */
  isPrivate?: true
  /** Kept from the public whoever asks: what is said here is about people. */
  isPublishable?: false
  /** What is repaired should hold: asked about again long after closing. */
  isLasting?: true
  /** Chosen no more; what was filed under it keeps it. */
  isRetired?: true
  /** Who may read whose it is, the default first; without them the type's. */
  names?: readonly NameLevel[]
}

export interface Radius {
  villager: number
  staff: number
}

/** A kind of case: declared in its own domain, registered on the server; the engine knows none by name. */
export interface CaseType {
  name: string
  label: string
  version: number
  flow: readonly Transition[]
  categories: readonly Category[]
  /** Words that mean the same when texts are compared; the first stands for all. */
  sameWords?: readonly (readonly string[])[]
  limits: Record<Grade, Limits>
  /** Levels of names offered where nobody knows the category, the default first. */
  names: readonly NameLevel[]
  /** Whether a grade's limits run in office hours only, or by the clock on the wall. */
  pace: Record<Grade, 'working' | 'natural'>
  /** Minutes of the grade's own time before the limit at which a case turns yellow. */
  warnMinutes: Record<Grade, number>
  /** Minutes by which a case no rule could route (兜底池) is taken up and sent on, where its kind allows more. */
  poolMinutes: number
  /** Minutes of the grade's own time by which somebody has looked at a report of a person nobody knows (待核实). */
  triageMinutes: Record<Grade, number>
  /** Days an answer waits for a rating before it closes as 未评价. */
  ratingDays: number
  /** Days after closing in which the requester may still say it is not fixed. */
  reopenDays: number
  /** Days after the end of the case it was merged into in which a merged case may still be taken out again. */
  unmergeDays: number
  /** Days after closing when a lasting repair is asked about again. */
  lastingDays: Record<Grade, number>
  /** Share of its limit, in percent, that a reopened case gets, and that all pauses of a case may take. */
  reopenShare: number
  pauseShare: number
  /** How often "not fixed" reopens a case by itself before there is a hearing. */
  mostReopenings: number
  /** Of how many cases merged into it a call-back also asks the requesters. */
  askedChildren: number
  /** Working days after arrival in which a unit may send the case back; after that it counts as signed. */
  returnDays: number
  /** Working days the arbiter has between units that do not agree. */
  arbitrationDays: number
  /** How soon a unit that is called has to be there. */
  arrival: ArrivalLimits
  /** Working days after the owner moved for its feedback (督办反馈), and for signing what was reported. */
  feedbackDays: number
  signDays: number
  /** Working days the head of a unit has to sign an answer, where the unit requires it. */
  headSignDays: number
  /** Working days within which a hearing is held. */
  hearingDays: number
  /** Minutes after the backup on duty was called, however late that was, until the phone list is. */
  phoneListMinutes: number
  /** By what a risk level is proposed; a person confirms it. */
  risk: RiskRules
  initial: OpenState
}

/** What somebody may choose now. */
export const openCategories = ({ categories }: Pick<CaseType, 'categories'>): Category[] => categories.filter(({ isRetired }) => !isRetired)

export const categoryOf = (type: CaseType, code: string | undefined): Category | undefined =>
  type.categories.find((category) => category.code === code)

/** The limits of a case: the category's own, else the grade's. */
export const limitsOf = (type: CaseType, grade: Grade, category?: string): Limits =>
  (grade === 'normal' ? categoryOf(type, category)?.limits : undefined) ?? type.limits[grade]

/** The same, of a case whose place nobody knows yet: it must not lie in the pool as long as in good hands. */
export const limitsIn = (type: CaseType, { grade, category, isPool }: { grade: Grade; category: string | null; isPool: boolean }): Limits => {
  const limits = limitsOf(type, grade, category ?? undefined)
  return isPool ? { ...limits, acceptMinutes: Math.min(limits.acceptMinutes, type.poolMinutes) } : limits
}
