import { addMinutes, DAY } from '../core/time'
import type { CaseType } from './case-type'
import type { CaseRecord } from './record'
import { nextLate } from './whistle'

/** What the timetable does to a case by itself, each once its time has come. */
export const CROSSINGS = ['warn', 'callBackup', 'escalate', 'endPause', 'openCallBack', 'closeUnrated', 'raiseArbitration', 'tellLate', 'raiseTriage', 'sendUnsigned'] as const
export type CrossingKind = (typeof CROSSINGS)[number]

export interface Crossing {
  kind: CrossingKind
  at: Date
}

/** Calls made for a request nobody accepts: the backup on duty, then the phone list; of one that is not urgent only the owner hears. */
export const CALLS: Record<CaseRecord['grade'], number> = { normal: 1, urgent: 2 }

type Crossed = Pick<
  CaseRecord,
  'state' | 'grade' | 'acceptBy' | 'yellowAt' | 'redAt' | 'answeredAt' | 'warnedFor' | 'called' | 'escalatedFor' | 'supervision' | 'pause'
> & Partial<Pick<CaseRecord, 'callBackAt' | 'returns' | 'calledUnits' | 'triage' | 'signing'>>

type Times = Pick<CaseType, 'ratingDays' | 'phoneListMinutes'>

const dutyOf = ({ supervision }: Crossed): Crossing[] =>
  supervision && !supervision.isTop ? [{ kind: 'escalate', at: supervision.due }] : []

const toCall = ({ callBackAt }: Crossed): Crossing[] => (callBackAt ? [{ kind: 'openCallBack', at: callBackAt }] : [])
const arbitrationOf = ({ returns }: Crossed): Crossing[] =>
  returns?.arbiter && !returns.arbiter.isTop ? [{ kind: 'raiseArbitration', at: returns.arbiter.due }] : []

const lateOf = (record: Crossed): Crossing[] => {
  const at = nextLate(record)
  return at ? [{ kind: 'tellLate', at }] : []
}

const unsignedOf = ({ signing }: Crossed): Crossing[] => (signing ? [{ kind: 'sendUnsigned', at: signing.due }] : [])

const answered = (record: Crossed, type: Times): Crossing[] => [
  ...(record.answeredAt ? [{ kind: 'closeUnrated' as const, at: new Date(record.answeredAt.getTime() + type.ratingDays * DAY) }] : []),
  ...toCall(record),
  ...dutyOf(record),
]

const isSame = (a: Date, b: Date | null | undefined): boolean => a.getTime() === b?.getTime()

/** Calls already made for the acceptance limit that holds now. */
export const callsFor = ({ called }: Pick<CaseRecord, 'called'>, acceptBy: Date): number => (called && isSame(acceptBy, called.for) ? called.times : 0)

/** The desk above hears of it once; there it stays red until somebody looks. */
const triageOf = ({ triage, redAt }: Crossed): Crossing[] =>
  triage && !triage.raisedAt && redAt ? [{ kind: 'raiseTriage', at: redAt }] : []

const running = (record: Crossed, type: Times): Crossing[] => {
  const { acceptBy, yellowAt, redAt, warnedFor, escalatedFor, grade } = record
  const crossings = [...dutyOf(record), ...arbitrationOf(record), ...lateOf(record), ...unsignedOf(record)]
  if (yellowAt && redAt && !isSame(redAt, warnedFor)) crossings.push({ kind: 'warn', at: yellowAt })
  const calls = acceptBy ? callsFor(record, acceptBy) : 0
  if (acceptBy && calls < CALLS[grade]) crossings.push({ kind: 'callBackup', at: calls === 0 ? acceptBy : addMinutes(record.called?.at ?? acceptBy, type.phoneListMinutes) })
  if (redAt && !isSame(redAt, escalatedFor)) crossings.push({ kind: 'escalate', at: redAt })
  return crossings
}

const crossingsOf = (record: Crossed, type: Times): Crossing[] => {
  if (record.triage) return record.state === 'pending' ? triageOf(record) : []
  if (record.state === 'answered') return answered(record, type)
  if (record.state === 'closed') return toCall(record)
  if (record.pause) return [{ kind: 'endPause', at: record.pause.until }, ...unsignedOf(record)]
  return record.state === 'pending' || record.state === 'accepted' || record.state === 'handling' ? running(record, type) : []
}

/**
 * The next thing the timetable has to do with the case, by its stored instants alone; null when there
 * is nothing. A closed case has one while a call-back is to come. An open case under no pause always has one until its owner is the county's.
 */
export const nextCrossing = (record: Crossed, type: Times): Crossing | null =>
  crossingsOf(record, type).sort((a, b) => a.at.getTime() - b.at.getTime() || CROSSINGS.indexOf(a.kind) - CROSSINGS.indexOf(b.kind))[0] ?? null
