import type { Actor } from '../core/actor'
import type { CaseAction } from './case-type'
import { runningFor, type Clock, type Pace } from './clock'
import type { CaseRecord } from './record'

/** 待核实: nobody knows yet who says it. Outside every unit's lists and figures until a dispatcher takes it in. */
export interface Triage {
  /** Whose desk looks at it. */
  deskId: string
  /** When the desk above was told that nobody had looked. */
  raisedAt: Date | null
  /** Turned away with words: it stays out of every figure. */
  turnedAwayAt: Date | null
}

/**
 * Somebody is behind this account: a post, another system's key, or a village of their own. A name
 * given to WeChat proves nothing, so whoever has chosen no village is looked at first.
 */
export const isKnown = (actor: Actor): boolean => {
  if (actor.kind !== 'person') return actor.kind === 'system'
  return actor.isService === true || actor.villageId !== undefined || actor.appointments.length > 0
}

/** What may be done to a case nobody has looked at yet. */
const IN_TRIAGE: readonly CaseAction[] = ['admit', 'turnAway', 'raiseTriage', 'withdraw', 'supplement']

type Waiting = Pick<CaseRecord, 'state'> & Partial<Pick<CaseRecord, 'triage'>>

export const isInTriage = ({ state, triage }: Waiting): boolean => state === 'pending' && Boolean(triage) && !triage?.turnedAwayAt

export const whyNotInTriage = (record: Waiting, action: CaseAction): 'casework.inTriage' | 'casework.notInTriage' | 'casework.turnedAway' | null => {
  const isOfTriage = action === 'admit' || action === 'turnAway' || action === 'raiseTriage'
  if (!record.triage) return isOfTriage ? 'casework.notInTriage' : null
  if (record.triage.turnedAwayAt) return 'casework.turnedAway'
  return IN_TRIAGE.includes(action) ? null : 'casework.inTriage'
}

/**
 * The desk's own limit and no other: yellow would stand from the first minute, and whoever will accept
 * it has not heard of it.
 */
export const triageClock = (receivedAt: Date, minutes: number, pace: Pace): Clock => ({
  acceptBy: null,
  ...runningFor(receivedAt, minutes, pace),
  yellowAt: null,
})
