import { addMinutes } from '../core/time'
import type { WorkingTime } from '../calendar/working-time'
import type { ErrorCode } from '../catalog/errors'
import type { CaseRecord } from './record'
import type { Grade } from './states'

/** 吹哨报到: one unit called to help with a case, and how far it has come. */
export interface Called {
  unitId: string
  task: string
  byId: string
  at: Date
  arriveBy: Date
  arrivedAt: Date | null
  reportedAt: Date | null
  report: string | null
  /** The owner goes on without it. */
  waivedAt: Date | null
  /** Told that it did not come in time; told once. */
  lateToldAt: Date | null
}

/** As many as sit round one table. */
export const MOST_CALLED = 8

/** What a unit that is called may take to arrive: minutes by the wall clock, or working days. */
export type ArrivalLimit = { minutes: number } | { workingDays: number }

export const arriveByOf = (limit: ArrivalLimit, now: Date, work: WorkingTime): Date =>
  'minutes' in limit ? addMinutes(now, limit.minutes) : work.endOfDay(now, limit.workingDays)

export type ArrivalLimits = Record<Grade, ArrivalLimit>

type Whistled = Partial<Pick<CaseRecord, 'calledUnits'>>

/** Still at it: the case is theirs to see, and no answer is given without them. */
export const stillCalled = ({ calledUnits: all }: Whistled): Called[] => (all ?? []).filter(({ reportedAt, waivedAt }) => !reportedAt && !waivedAt)

const awaited = (record: Whistled): Called[] => stillCalled(record).filter(({ arrivedAt }) => !arrivedAt)

export const isLateToArrive = ({ arrivedAt, reportedAt, waivedAt, arriveBy }: Called, now: Date): boolean => !arrivedAt && !reportedAt && !waivedAt && arriveBy <= now

/** When somebody must next be told that a unit did not come. */
export const nextLate = (record: Whistled): Date | null =>
  awaited(record).filter(({ lateToldAt }) => !lateToldAt).map(({ arriveBy }) => arriveBy).sort((a, b) => a.getTime() - b.getTime())[0] ?? null

/** Did not come, and it has been said: what the list of overdue arrivals shows. */
export const hasLateArrival = (record: Whistled): boolean => awaited(record).some(({ lateToldAt }) => lateToldAt)

export const whyNotCall = (record: Whistled, unitIds: readonly string[]): ErrorCode | null => {
  const now = (record.calledUnits ?? []).map(({ unitId }) => unitId)
  if (unitIds.some((id, at) => unitIds.indexOf(id) !== at || stillCalled(record).some(({ unitId }) => unitId === id))) return 'casework.alreadyCalled'
  return new Set([...now, ...unitIds]).size > MOST_CALLED ? 'casework.tooManyCalled' : null
}

/** A unit called once more stands there as called anew. */
export const callMore = (all: readonly Called[], more: readonly Called[]): Called[] =>
  [...all.filter(({ unitId }) => more.every((each) => each.unitId !== unitId)), ...more]
