import { limitsIn, type CaseType } from '@xiangli/shared/casework/case-type'
import { noLaterThan, pendingClock } from '@xiangli/shared/casework/clock'
import { nextCrossing } from '@xiangli/shared/casework/crossing'
import { keptPath } from '@xiangli/shared/casework/about'
import { keptLevel } from '@xiangli/shared/casework/names'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { triageClock } from '@xiangli/shared/casework/triage'
import { proposeRisk } from '@xiangli/shared/casework/risk'
import type { Answers } from '@xiangli/shared/casework/stoppers'
import type { Grade } from '@xiangli/shared/casework/states'
import { categoryOf } from '@xiangli/shared/casework/case-type'
import { newId } from '../../core/ids'
import type { CaseDoc, CaseOrigin, HistoryDoc } from './case.model'
import { paceOf } from './pace'
import { caseScopeKeys, type Charge, type Located } from './routing'

export interface Submission {
  id: string
  county: string
  type: CaseType
  category: string | null
  located: Located
  charge: Charge
  /** The level it is about; its place is kept accordingly. */
  about?: CaseRecord['about']
  origin: Omit<CaseOrigin, 'type'>
  /** From when its limits run, where that is not its receipt. */
  clockFrom?: Date
  /** Where who sends it says so; else the category's. */
  grade?: Grade
  /** Until when the platform it came from wants it done. */
  outsideDue?: Date
  /** What was answered to the category's questions. */
  answers?: Answers
  /** Somebody looks at it first; the charge is the desk's, and this the path it is kept under meanwhile. */
  triage?: { regionPath: string }
}

const firstRecord = ({ type, category, located, charge, about = null, origin, clockFrom, outsideDue, triage, answers, ...asked }: Submission): CaseRecord => {
  const grade = asked.grade ?? categoryOf(type, category ?? undefined)?.grade ?? 'normal'
  const limits = limitsIn(type, { grade, category, isPool: !located.place.villageId })
  const pace = paceOf(type, grade)
  const receivedAt = clockFrom ?? origin.receivedAt
  const clock = triage ? triageClock(receivedAt, type.triageMinutes[grade], pace) : pendingClock({ receivedAt, limits, ...pace })
  const regionPath = triage?.regionPath ?? keptPath(located.regionPath, keptLevel({ names: origin.names, about }))
  const risk = proposeRisk(type.risk, { category: categoryOf(type, category ?? undefined), words: origin.words, answers }, origin.receivedAt)
  const checked = triage ? { triage: { deskId: charge.ownerUnitId, raisedAt: null, turnedAwayAt: null } } : {}
  // Named fields before what is spread: the other way round V8 takes twenty times as long for so many.
  const record: Omit<CaseRecord, 'nextAt'> = {
    typeVersion: type.version,
    calledUnits: [],
    state: type.initial,
    grade,
    category,
    place: located.place,
    about,
    regionPath,
    scopeKeys: caseScopeKeys(type, { place: located.place, category, about, names: origin.names, regionPath, risk, ...charge, ...checked }),
    updatedAt: origin.receivedAt,
    ...nothingYet,
    ...checked,
    ...(risk ? { risk } : {}),
    ...charge,
    ...clock,
    ...(outsideDue ? { outsideDue, ...noLaterThan(outsideDue, clock.redAt, pace) } : {}),
  }
  return { ...record, nextAt: nextCrossing(record, type)?.at ?? null }
}

const nothingYet = {
  title: null, asked: null, answer: null, answeredAt: null, rating: null, isUnrated: false, reopenedCount: 0, closedAt: null, reason: null,
  merged: null, childCount: 0,
  warnedFor: null, called: null, escalatedFor: null, supervision: null, leader: null, pause: null, pausedMinutes: 0, timeRequest: null, isExtended: false,
  callBackAt: null, callBack: null, calledFor: null, hearing: null, returns: null,
} as const

/** The case and its first history entry, pure: the engine and the seed build the same. */
export const buildSubmitted = (submission: Submission): { record: CaseDoc; entry: HistoryDoc } => {
  const { id, county, type, origin } = submission
  const set = firstRecord(submission)
  const entry: HistoryDoc = {
    _id: newId(origin.receivedAt),
    county,
    caseId: id,
    n: 1,
    action: 'submit',
    at: origin.receivedAt,
    byId: origin.filedById ?? origin.requesterId,
    from: null,
    to: set.state,
    ...(origin.words ? { words: origin.words } : {}),
    ...(origin.photoFileIds.length > 0 ? { photoFileIds: origin.photoFileIds } : {}),
    ...(origin.voiceFileId ? { voiceFileId: origin.voiceFileId } : {}),
    set,
  }
  return { record: { _id: id, county, type: type.name, ...origin, ...set, rev: 1 }, entry }
}
