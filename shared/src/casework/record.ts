import type { Point } from '../core/fields'
import type { CaseAction } from './case-type'
import type { CaseState, Grade, OpenState } from './states'
import type { AboutLevel } from './about'
import type { CallBack } from './call-back'
import type { Released } from './names'
import type { Clock } from './clock'
import type { Hearing } from './hearing'
import type { Returns } from './returns'
import type { Risk } from './risk'
import type { Signing } from './signing'
import type { Supervision } from './supervision'
import type { Pause, TimeRequest } from './time-request'
import type { Triage } from './triage'
import type { Called } from './whistle'

/** The doer: one person, or (post vacant) the duty of one unit. */
export interface Handler {
  unitId: string
  personId: string | null
  since: Date
  /** Until when this unit, to which another sent it, may send it back; the day it was given on arrival. */
  returnBy?: Date
}

export interface CasePlace {
  /**
   * How it is known: a point, a village or grid somebody chose, the requester's own village; the township
   * alone, by the words of the address or by the desk that wrote it down; or not at all.
   */
  by: 'point' | 'chosen' | 'bound' | 'words' | 'desk' | 'unknown'
  /** Who placed it there by routing it; absent while it lies where its own submission put it. */
  byId?: string
  /** Only where no village is known: which village it is, this township's desk finds out. */
  townId?: string
  villageId?: string
  gridId?: string
  point?: Point
  words?: string
}

/** Where a case went that is worked on together with another, and what it was until then. */
export interface Merged {
  intoId: string
  at: Date
  before: Clock & { state: OpenState; asked: { question: string; at: Date } | null }
}

/** What somebody of the handling side has let everybody see. */
export interface Publication {
  summary: string
  /** The answer in words for everybody; null until somebody has edited one. */
  answer: string | null
  /** Only photos ticked one by one. */
  photoFileIds: string[]
  /** A road, a pump, a school: its point may be shown, roughly; anything else is shown as its grid. */
  isPublicPlace: boolean
  at: Date
  byId: string
}

/** What a case is at one moment, without its identity. Every field is set by some history entry. */
export interface CaseRecord extends Clock {
  /** Of the county's settings: whose limits and thresholds it runs on. */
  typeVersion: number
  state: CaseState
  grade: Grade
  category: string | null
  title: string | null
  place: CasePlace
  regionPath: string
  scopeKeys: string[]
  ownerUnitId: string
  handler: Handler
  asked: { question: string; at: Date } | null
  answer: { words: string; photoFileIds: string[]; at: Date; byId: string; /** Accountable at that moment. */ ownerUnitId?: string; /** The head who signed it, where their unit asks for that; or it went out unsigned. */ signedById?: string; isUnsigned?: true } | null
  answeredAt: Date | null
  /** Absent or null while no answer waits for a head's signature. */
  signing?: Signing | null
  rating: { score: number; words?: string; at: Date } | null
  isUnrated: boolean
  reopenedCount: number
  closedAt: Date | null
  reason: string | null
  merged: Merged | null
  /** How many cases are merged into this one now. */
  childCount: number
  /** Absent or null while nobody but the parties may read of it. */
  publication?: Publication | null
  updatedAt: Date
  /** When the timetable next has something to do with it, by `nextCrossing`; null when nothing. */
  nextAt: Date | null
  /** The limit the handler was told is near; of another limit they are told anew. */
  warnedFor: Date | null
  /** Calls made because nobody accepted by then. */
  called: { for: Date; times: number; at: Date } | null
  /** The limit for which the owner has moved; another limit moves it again. */
  escalatedFor: Date | null
  supervision: Supervision | null
  /** The leader who took the case (领导包案). */
  leader: { personId: string; unitId: string; since: Date; /** Who had it before. */ before?: string } | null
  pause: Pause | null
  /** Minutes of the grade's own time it has been paused for so far. */
  pausedMinutes: number
  /** More time asked for and not yet decided. */
  timeRequest: TimeRequest | null
  isExtended: boolean
  /** When the next call-back is opened, by `nextCall`; null when none is to come. */
  callBackAt: Date | null
  callBack: CallBack | null
  /** The answer or closing last asked about, and how many rounds there were. */
  calledFor: { for: Date; round: number } | null
  hearing: Hearing | null
  returns: Returns | null
  /** Units called to help (吹哨), done or not. */
  calledUnits: Called[]
  /** The level of the cadre, unit or committee it is about; null for every other case. */
  about: AboutLevel | null
  /** What may be known of what a sealed reporter said; absent or null until somebody has typed it out. */
  released?: Released | null
  /** A limit another platform set; ours never runs past it. Null once it holds no longer. */
  outsideDue?: Date | null
  /** Absent or null of every case in a unit's hands; else nobody has looked at it, or it was turned away. */
  triage?: Triage | null
  /** When a report of somebody nobody knew was taken in: the time to accept runs from then. */
  admittedAt?: Date
  /** Absent or null where nothing stands out and nobody has said anything. */
  risk?: Risk | null
}

/** Append-only; stores outcomes, not intentions, so that a later rule cannot change the past. */
export interface HistoryEntry {
  n: number
  action: CaseAction | 'submit'
  at: Date
  byId: string
  from: CaseState | null
  to: CaseState
  words?: string
  photoFileIds?: string[]
  voiceFileId?: string
  score?: number
  /** The template its words began as. */
  fromTemplate?: { id: string; version: number }
  set: Partial<CaseRecord>
}

/** The record equals the fold of its history: each entry's outcomes laid over the ones before. */
export const foldHistory = (entries: readonly Pick<HistoryEntry, 'set'>[]): Partial<CaseRecord> =>
  Object.assign({}, ...entries.map((entry) => entry.set)) as Partial<CaseRecord>
