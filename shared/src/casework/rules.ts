import { DAY } from '../core/time'
import { cut } from '../core/words'
import { undoByOf, type Came } from './channels'
import type { CaseAction, CaseType, Party, Transition } from './case-type'
import { needsReleaseFirst } from './names'
import { whyNotPublish } from './publication'
import { afterNotFixed, whyHearingFirst } from './hearing'
import type { CaseRecord, Handler } from './record'
import { whyNotSupervise } from './supervision'
import { HELD_BY_ARBITER, whyNotReturn } from './returns'
import { whyNoTime } from './time-request'
import { whyNotInTriage } from './triage'
import { stillCalled } from './whistle'
import type { ErrorCode } from '../catalog/errors'
import { CASE_STATES } from './states'

/** What the actor is to this record; worked out by the server, judged here. */
export type Parties = ReadonlySet<Party>

/** How the case stands that this one was merged into. */
export type ParentStand = Pick<CaseRecord, 'state' | 'closedAt'>

type Judged = Pick<CaseRecord, 'state' | 'asked' | 'closedAt' | 'redAt' | 'supervision' | 'pause' | 'timeRequest'> & Partial<Pick<CaseRecord, 'childCount' | 'category' | 'publication' | 'about' | 'callBack' | 'hearing' | 'reopenedCount' | 'returns' | 'calledUnits' | 'triage' | 'signing'>> & Worked & Pick<Came, 'channel' | 'names'> & Partial<Pick<CaseRecord, 'released'>> & { receivedAt?: Date; parent?: ParentStand | null }

/** Whose request it is and in whose hands. */
export interface Worked {
  requesterId: string
  handler: Pick<Handler, 'personId'> & Partial<Handler>
  answer?: { byId: string; signedById?: string } | null
}

/** Their own request, handled or answered by themselves: nobody is satisfied with themselves on record. */
export const isOwnWork = ({ requesterId, handler, answer }: Worked): boolean =>
  handler.personId === requesterId || answer?.byId === requesterId || answer?.signedById === requesterId

interface Flow {
  rows: ReadonlyMap<CaseAction, readonly Transition[]>
  /** What anybody may do in a state, in the order of the flow. */
  actions: ReadonlyMap<CaseRecord['state'], readonly CaseAction[]>
}

/** A list asks for every action on every row: each type's flow is sorted out once. */
const flows = new WeakMap<CaseType, Flow>()

const flowOf = (type: CaseType): Flow => {
  const known = flows.get(type)
  if (known) return known
  const names = [...new Set(type.flow.map(({ action }) => action))]
  const rows = new Map(names.map((action) => [action, type.flow.filter((row) => row.action === action)]))
  const actions = new Map(CASE_STATES.map((state) => [state, names.filter((action) => rows.get(action)?.some(({ from, who }) => who.length > 0 && from.includes(state)))]))
  const flow = { rows, actions }
  flows.set(type, flow)
  return flow
}

const rowsOf = (type: CaseType, action: CaseAction): readonly Transition[] => flowOf(type).rows.get(action) ?? []

/**
 * Why this action may not be done now by someone who stands so to the case; null when it may.
 * A stranger to the step hears 'notYours' before the state, so that states are not probed.
 */
export const whyNotAct = (type: CaseType, record: Judged, act: { action: CaseAction; parties: Parties; now: Date }): ErrorCode | null => {
  const rows = rowsOf(type, act.action)
  if (!rows.some((row) => row.who.some((party) => act.parties.has(party)))) return 'casework.notYours'
  const row = rows.find((each) => each.from.includes(record.state))
  if (!row) return 'casework.wrongState'
  if (!row.who.some((party) => act.parties.has(party))) return 'casework.notYours'
  return whyNotNow(type, record, act)
}

const whyNotNow = (type: CaseType, record: Judged, { action, parties, now }: { action: CaseAction; parties: Parties; now: Date }): ErrorCode | null => {
  const unchecked = whyNotInTriage(record, action)
  if (unchecked) return unchecked
  const ending = (action === 'disown' ? whyNotUndo(record, now) : null) ?? whyNotEnd(record, { action, parties, now })
  if (ending) return ending
  if (needsReleaseFirst(record, action)) return 'casework.releaseFirst'
  if (action === 'release' && record.names !== 'sealed') return 'casework.notSealed'
  if (action === 'rate' && isOwnWork(record)) return 'casework.ownWork'
  if (action === 'reopen' && afterNotFixed(record, type) === 'noted') return 'casework.heardAlready'
  if (action === 'answer' && stillCalled(record).length > 0) return 'casework.calledWorking'
  if (action === 'arrive' && !parties.has('awaited')) return 'casework.alreadyArrived'
  if (action === 'reportResult' && !parties.has('arrived')) return 'casework.notArrived'
  if (action === 'ask' && record.asked) return 'casework.alreadyAsked'
  if (action === 'publish') return whyNotPublish(type, record)
  if (action === 'unpublish' && !record.publication) return 'casework.notPublished'
  if (record.returns?.arbiter && HELD_BY_ARBITER.includes(action)) return 'casework.inArbitration'
  const above = whyNotAbove[action]?.(record, now)
  if (above) return above
  if (record.state === 'merged') return whyNotLeave(type, record.parent, { action, now })
  if (action === 'reopen' && record.closedAt && now.getTime() - record.closedAt.getTime() > type.reopenDays * DAY) {
    return 'casework.reopenTooLate'
  }
  return null
}

const TAKEN_BACK: readonly CaseAction[] = ['withdraw', 'disown']
const GIVEN_UP: readonly CaseAction[] = ['decline', 'giveUp', 'disown']

/**
 * Others' reports in it would lose whoever works on theirs; and who owes a late case does not end it:
 * that is for the level above, or for whoever asked.
 */
const whyNotEnd = (record: Judged, { action, parties, now }: { action: CaseAction; parties: Parties; now: Date }): ErrorCode | null => {
  if (TAKEN_BACK.includes(action) && (record.childCount ?? 0) > 0) return 'casework.othersMerged'
  if (!GIVEN_UP.includes(action) || parties.has('superior') || parties.has('helper')) return null
  const isLate = Boolean(record.supervision) || (record.redAt !== null && record.redAt <= now)
  return isLate || (action === 'disown' && parties.has('handler')) ? 'casework.lateIsAbove' : null
}

/** Steps that hang on what the levels above owe or were asked. */
const whyNotAbove: Partial<Record<CaseAction, (record: Judged, now: Date) => ErrorCode | null>> = {
  askTime: (record, now) => whyHearingFirst(record) ?? (record.timeRequest ? 'casework.timeAlreadyAsked' : whyNoTime(record, now)),
  grantTime: ({ timeRequest }) => (timeRequest ? null : 'casework.noTimeAsked'),
  refuseTime: ({ timeRequest }) => (timeRequest ? null : 'casework.noTimeAsked'),
  resume: ({ pause }) => (pause ? null : 'casework.notPaused'),
  answer: whyHearingFirst,
  giveUp: whyHearingFirst,
  merge: whyHearingFirst,
  holdHearing: (record) => (record.hearing && !record.hearing.heldAt ? null : 'casework.noHearing'),
  recordCallBack: ({ callBack }) => (callBack ? null : 'casework.noCallBack'),
  answerCallBack: ({ callBack }) => (callBack ? null : 'casework.noCallBack'),
  fileFeedback: ({ supervision }) => whyNotSupervise(supervision, 'feedback'),
  signAnswer: ({ signing }) => (signing ? null : 'casework.nothingToSign'),
  refuseAnswer: ({ signing }) => (signing ? null : 'casework.nothingToSign'),
  sendUnsigned: ({ signing }) => (signing ? null : 'casework.nothingToSign'),
  signResult: ({ supervision }) => whyNotSupervise(supervision, 'signature'),
  returnCase: (record, now) => whyNotReturn(record, now),
  waiveCalled: (record) => (stillCalled(record).length > 0 ? null : 'casework.nobodyCalled'),
  arbitrate: ({ returns }) => (returns?.arbiter ? null : 'casework.notInArbitration'),
  raiseArbitration: ({ returns }) => (returns?.arbiter ? null : 'casework.notInArbitration'),
  listForSupervision: ({ supervision, pause }) => (supervision ? 'casework.alreadySupervised' : pause ? 'casework.alreadyPaused' : null),
}

/** What somebody filed for another can be undone for three days: by them, or on that person's word. */
const whyNotUndo = ({ channel, receivedAt }: Pick<Judged, 'channel' | 'receivedAt'>, now: Date): ErrorCode | null => {
  if (channel !== 'helper' || !receivedAt) return 'casework.notHelped'
  return now <= undoByOf(receivedAt) ? null : 'casework.undoTooLate'
}

const isPast = (at: Date | null | undefined, { days, now }: { days: number; now: Date }): boolean =>
  at !== null && at !== undefined && now.getTime() - at.getTime() > days * DAY

/** A merged case hears the other's answer; its requester may say 没办好 once there is one, staff may take it out until long after. */
const whyNotLeave = (type: CaseType, parent: ParentStand | null | undefined, { action, now }: { action: CaseAction; now: Date }): ErrorCode | null => {
  if (action === 'reopen') {
    if (!parent || WAITING.has(parent.state)) return 'casework.mergedUnanswered'
    return isPast(parent.closedAt, { days: type.reopenDays, now }) ? 'casework.reopenTooLate' : null
  }
  return isPast(parent?.closedAt, { days: type.unmergeDays, now }) ? 'casework.unmergeTooLate' : null
}

const WAITING: ReadonlySet<CaseRecord['state']> = new Set(['pending', 'accepted', 'handling'])

export const targetState = (type: CaseType, record: Pick<CaseRecord, 'state'> & Partial<Pick<CaseRecord, 'merged'>>, action: CaseAction): CaseRecord['state'] => {
  const row = rowsOf(type, action).find((each) => each.from.includes(record.state))
  if (!row) throw new Error(`no ${action} from ${record.state}`)
  if (row.to === 'before') {
    if (!record.merged) throw new Error(`no ${action} of a case that was not merged`)
    return record.merged.before.state
  }
  return row.to === 'same' ? record.state : row.to
}

/**
 * The actions open now: the buttons. Parties are asked per action, because what someone is to the
 * case depends on the appointment that grants that very operation.
 */
export const permittedActions = (type: CaseType, record: Judged, who: { partiesFor: (action: CaseAction) => Parties; now: Date }): CaseAction[] => {
  const actions = flowOf(type).actions.get(record.state) ?? []
  return actions.filter((action) => whyNotAct(type, record, { action, parties: who.partiesFor(action), now: who.now }) === null)
}

/** Until when an answer can be rated before it closes as 未评价. */
export const rateByOf = (type: CaseType, answeredAt: Date): Date => new Date(answeredAt.getTime() + type.ratingDays * DAY)

const TITLE_LENGTH = 24

/** A line to know the case by: its given title, its first words, its category, or that it was spoken. */
export const titleOf = (about: { title?: string | null; words?: string | null; categoryLabel?: string; voiceSeconds?: number }): string => {
  if (about.title) return about.title
  const words = about.words?.split(/[\n。！？!?]/)[0]?.trim()
  if (words) return words.length > TITLE_LENGTH ? `${cut(words, TITLE_LENGTH)}…` : words
  if (about.categoryLabel) return about.categoryLabel
  return about.voiceSeconds ? `一段语音 ${Math.round(about.voiceSeconds)}″` : '照片反映'
}
