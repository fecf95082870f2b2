import { z } from 'zod'
import { Id, Instant, oneOf, Point, RegionId, text, UnitId } from '../core/fields'
import { FileView } from '../file/contract'
import { ABOUT_LEVELS } from './about'
import { CHANNELS } from './channels'
import { RAISED_RISKS, RISKS } from './risk'
import { NAME_LEVELS } from './names'
import { SealedView } from './sealed-views'
import { CASE_STATES, COLOURS } from './states'
import { AWAITED } from './supervision'
import { TIME_KINDS } from './time-request'

export const ACTIONS = [
  'withdraw', 'route', 'accept', 'assign', 'handle', 'ask', 'supplement',
  'answer', 'rate', 'reopen', 'decline', 'giveUp', 'disown',
  'askTime', 'grantTime', 'refuseTime', 'resume',
  'fileFeedback', 'signResult', 'listForSupervision', 'takeCharge',
  'warn', 'callBackup', 'escalate', 'endPause', 'recount', 'closeUnrated', 'rebind', 'followSettings',
  'reportAnswer', 'signAnswer', 'refuseAnswer', 'sendUnsigned',
  'merge', 'unmerge', 'takeIn', 'letGo',
  'publish', 'unpublish',
  'openCallBack', 'recordCallBack', 'answerCallBack', 'notFixed', 'holdHearing',
  'returnCase', 'arbitrate', 'raiseArbitration',
  'whistle', 'arrive', 'reportResult', 'waiveCalled', 'tellLate',
  'admit', 'turnAway', 'raiseTriage',
  'setRisk',
  'release',
] as const

const Clock = {
  state: oneOf(CASE_STATES),
  colour: oneOf(COLOURS),
  grade: oneOf(['normal', 'urgent']),
  receivedAt: Instant,
  /** Until when somebody must accept; absent once accepted. */
  acceptBy: Instant.optional(),
  /** Absent while the clock stands (answered) and after closing. */
  yellowAt: Instant.optional(),
  redAt: Instant.optional(),
  /** Minutes of the grade's own time kept while the clock stands. */
  remainingMinutes: z.number().int().optional(),
  /** The limit lies past the known calendar and may still move (暂定). */
  isProvisional: z.boolean().optional(),
  updatedAt: Instant,
  rev: z.number().int(),
}

/** 风险: of the matter; for those who work on it. */
const RiskView = z.object({ level: oneOf(RISKS), isProposed: z.boolean(), because: z.array(z.string()) })

/** How many people say it is theirs as well; absent while nobody does. */
const Shared = {
  supporterCount: z.number().int().optional(),
  /** Cases merged into it. */
  childCount: z.number().int().optional(),
}

/** The case this one is worked on together with, and what was answered there. */
const MergedView = z.object({
  /** Only for who may open it. */
  id: Id.optional(),
  serial: z.string(),
  title: z.string(),
  ...Clock,
  at: Instant,
  handlerName: z.string(),
  answer: z.object({ words: z.string(), photos: z.array(FileView), at: Instant }).optional(),
})

const PlaceView = z.object({
  villageId: RegionId.optional(),
  villageName: z.string().optional(),
  townName: z.string().optional(),
  gridId: RegionId.optional(),
  gridName: z.string().optional(),
  point: Point.optional(),
  words: z.string().optional(),
  /** How the place is known: a point, a chosen village, the requester's own village, a township by its address or by the desk that wrote it down, or not at all. */
  by: oneOf(['point', 'chosen', 'bound', 'words', 'desk', 'unknown']),
  /** Whoever routed it there; absent while it lies where its submission put it. */
  placedByName: z.string().optional(),
})

export const CaseSummary = z.object({
  id: Id,
  serial: z.string(),
  type: z.string(),
  title: z.string(),
  category: z.string().optional(),
  categoryLabel: z.string().optional(),
  ...Clock,
  villageName: z.string().optional(),
  gridName: z.string().optional(),
  ownerName: z.string(),
  handlerName: z.string(),
  handlerIsMe: z.boolean(),
  requesterName: z.string(),
  channel: oneOf(CHANNELS),
  /** The reader filed it for somebody else. */
  filedByMe: z.boolean(),
  thumbUrl: z.string().optional(),
  voiceSeconds: z.number().optional(),
  /** The requester has an open question to answer. */
  isAsked: z.boolean(),
  /** What waits for the head's signature, for whoever may read it. */
  signing: z.object({ words: z.string(), due: Instant }).optional(),
  isSupervised: z.boolean().optional(),
  /** Nobody has looked at it yet (待核实). */
  isUnchecked: z.boolean().optional(),
  risk: RiskView.optional(),
  /** Absent where it is kept from the public, as usual. */
  names: oneOf(NAME_LEVELS).optional(),
  /** Sealed, and nobody has typed out yet what may be known. */
  isUnreleased: z.boolean().optional(),
  ...Shared,
  can: z.array(oneOf(ACTIONS)),
})
export type CaseSummary = z.infer<typeof CaseSummary>

export const TimelineEntry = z.object({
  n: z.number().int(),
  at: Instant,
  action: oneOf(['submit', ...ACTIONS]),
  byName: z.string(),
  byTitle: z.string().optional(),
  byMe: z.boolean(),
  from: oneOf(CASE_STATES).optional(),
  to: oneOf(CASE_STATES),
  words: z.string().optional(),
  score: z.number().int().optional(),
  /** Of the first entry, where somebody else wrote it down. */
  channel: oneOf(CHANNELS).optional(),
  /** Who it went to, for route and assign. */
  handlerName: z.string().optional(),
  /** The accountable unit before and after, where the step moved it. */
  ownerFrom: z.string().optional(),
  ownerTo: z.string().optional(),
  /** The limit before and after, where the step moved it. */
  dueFrom: Instant.optional(),
  dueTo: Instant.optional(),
  /** The time asked for, given or refused. */
  time: z.object({ kind: oneOf(TIME_KINDS), until: Instant }).optional(),
  /** By when the feedback says it will be done. */
  promisedAt: Instant.optional(),
  photos: z.array(FileView),
  voice: FileView.optional(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** 督办: whose duty, what it waits for, until when. */
export const SupervisionView = z.object({
  id: Id,
  kind: oneOf(['overdue', 'listed']),
  level: z.number().int(),
  unitId: UnitId,
  unitName: z.string(),
  byUnitName: z.string().optional(),
  since: Instant,
  awaits: oneOf(AWAITED),
  due: Instant,
  isTop: z.boolean(),
})

/** One form (督办单) with its case, as a board shows it. */
export const SupervisionRow = SupervisionView.extend({
  caseId: Id,
  serial: z.string(),
  title: z.string(),
  state: oneOf(CASE_STATES),
  villageName: z.string().optional(),
  handlerName: z.string(),
  /** What the handler reported: nobody signs unread. */
  result: z.string().optional(),
  /** Of the case, so that nothing is signed that has moved on unseen. */
  rev: z.number().int(),
  isLate: z.boolean(),
  risk: RiskView.optional(),
  feedback: z.object({ reason: z.string(), measures: z.string(), promisedAt: Instant, byName: z.string(), at: Instant }).optional(),
  ended: oneOf(['signed', 'missed', 'closed', 'reopened']).optional(),
  endedAt: Instant.optional(),
  can: z.array(oneOf(ACTIONS)),
})
export type SupervisionRow = z.infer<typeof SupervisionRow>

const CalledView = z.object({
  unitId: UnitId,
  unitName: z.string(),
  task: z.string(),
  at: Instant,
  arriveBy: Instant,
  arrivedAt: Instant.optional(),
  reportedAt: Instant.optional(),
  report: z.string().optional(),
  isWaived: z.boolean(),
  isLate: z.boolean(),
})
export type CalledView = z.infer<typeof CalledView>

export const SigningView = z.object({ words: z.string(), byName: z.string(), unitName: z.string(), photos: z.array(FileView), at: Instant, due: Instant })

export const CaseView = z.object({
  id: Id,
  serial: z.string(),
  type: z.string(),
  /** Of the county's settings: whose limits it runs on. */
  typeVersion: z.number().int(),
  title: z.string(),
  category: z.string().optional(),
  categoryLabel: z.string().optional(),
  ...Clock,
  occurredAt: Instant.optional(),
  words: z.string().optional(),
  voice: FileView.optional(),
  photos: z.array(FileView),
  place: PlaceView,
  /** Masked (王**, 138****5678); `isMe` when the reader filed it. */
  requester: z.object({ name: z.string(), phone: z.string().optional(), isMe: z.boolean() }),
  channel: oneOf(CHANNELS),
  names: oneOf(NAME_LEVELS).optional(),
  sealed: SealedView.optional(),
  /** Its number on the platform it came from, and until when that one wants it done. */
  outside: z.object({ sourceName: z.string(), number: z.string(), due: Instant.optional() }).optional(),
  /** Whoever wrote it down for the requester. */
  filedBy: z.object({ name: z.string(), title: z.string().optional(), isMe: z.boolean() }).optional(),
  wantsCallBack: z.boolean(),
  /** Until when what was filed for somebody can be undone. */
  undoBy: Instant.optional(),
  /** The accountable unit. */
  owner: z.object({ unitId: UnitId, name: z.string() }),
  /** The doer: a person, or the duty of a unit where the post is vacant. */
  handler: z.object({ unitId: UnitId, unitName: z.string(), personId: Id.optional(), name: z.string(), title: z.string().optional(), phone: z.string().optional(), isMe: z.boolean(), since: Instant, returnBy: Instant.optional() }),
  asked: z.object({ question: z.string(), at: Instant }).optional(),
  answer: z.object({ words: z.string(), photos: z.array(FileView), at: Instant, byName: z.string(), signedByName: z.string().optional(), isUnsigned: z.boolean().optional() }).optional(),
  /** An answer that waits for the head's signature; never for who asked. */
  signing: SigningView.optional(),
  rating: z.object({ score: z.number().int(), words: z.string().optional(), at: Instant }).optional(),
  /** Until when the answer can be rated before it closes as 未评价. */
  rateBy: Instant.optional(),
  isUnrated: z.boolean(),
  reopenedCount: z.number().int(),
  reason: z.string().optional(),
  supervision: SupervisionView.optional(),
  /** The leader who took the case (领导包案). */
  leader: z.object({ name: z.string(), unitName: z.string(), since: Instant, isMe: z.boolean() }).optional(),
  pause: z.object({ since: Instant, until: Instant, reason: z.string() }).optional(),
  /** More time asked for and not yet decided. */
  timeRequest: z.object({ kind: oneOf(TIME_KINDS), until: Instant, reason: z.string(), at: Instant }).optional(),
  isExtended: z.boolean().optional(),
  /** Minutes of the grade's own time it has been paused for so far: what may still be asked for. */
  pausedMinutes: z.number().int().optional(),
  /** The call-back that is open: somebody will ask, or has tried. */
  callBack: z.object({ kind: oneOf(['first', 'lasting']), round: z.number().int(), due: Instant, tries: z.number().int() }).optional(),
  /** 听证, to be held or held. */
  hearing: z.object({ due: Instant, heldAt: Instant.optional() }).optional(),
  /** Sent back so often; until when the arbiter decides, and whether they have. */
  returnedCount: z.number().int().optional(),
  arbitration: z.object({ unitId: UnitId, unitName: z.string(), since: Instant, due: Instant, isTop: z.boolean() }).optional(),
  isBound: z.boolean().optional(),
  /** Working minutes each unit has had it in hand, in order; they sum to the whole. */
  heldBy: z.array(z.object({ unitId: UnitId, unitName: z.string(), minutes: z.number().int() })),
  /** Units called to help, in the order they were called; absent where none is. */
  called: z.array(CalledView).optional(),
  /** Whom it is about: that level sees nothing of it. */
  about: oneOf(ABOUT_LEVELS).optional(),
  /** Nobody has looked at it yet, or it was turned away when somebody had. */
  risk: RiskView.optional(),
  triage: z.object({ deskName: z.string(), isTurnedAway: z.boolean() }).optional(),
  merged: MergedView.optional(),
  ...Shared,
  timeline: z.array(TimelineEntry),
  can: z.array(oneOf(ACTIONS)),
})
export type CaseView = z.infer<typeof CaseView>

/** Lists of what waits for a unit besides what it handles. */
export const QUEUES = ['arbitration', 'called', 'lateArrivals', 'signing'] as const

export const CaseFilter = z.object({
  regionId: RegionId.optional(),
  /** A department that has a part in it. */
  unitId: UnitId.optional(),
  states: z.array(oneOf(CASE_STATES)).min(1).max(9).optional(),
  colour: oneOf(['green', 'yellow', 'red', 'paused']).optional(),
  category: z.string().max(40).optional(),
  grade: oneOf(['normal', 'urgent']).optional(),
  /** Only what I am the handler of (or whose unit's duty I share). */
  mine: z.boolean().default(false),
  /** Kept apart by a key of their own: what my units are to decide, what they are called to, whom the case waits for in vain. */
  queue: oneOf(QUEUES).optional(),
  /** A serial number, or the number on the platform it came from, whole. */
  serial: text(40).optional(),
  /** Only what came by this place code, newest first. */
  placeCodeId: Id.optional(),
  /** At this level, confirmed or only proposed. */
  risk: oneOf(RAISED_RISKS).optional(),
})
