import type { Timing } from '../calendar/working-time'
import { DAY } from '../core/time'
import type { ErrorCode } from '../catalog/errors'
import type { Limits } from './case-type'
import type { CaseRecord } from './record'

/** 暂停: the clock stands until a day; 延期: the limit moves once. */
export const TIME_KINDS = ['pause', 'extend'] as const
export type TimeKind = (typeof TIME_KINDS)[number]

/** Asked for by the handler, decided by the level above; the requester sees both, with the reason. */
export interface TimeRequest {
  kind: TimeKind
  until: Date
  reason: string
  byId: string
  at: Date
}

export interface Pause {
  since: Date
  until: Date
  reason: string
  /** Whoever granted it. */
  byId: string
}

/** No limit is longer; the calendar of working days does not reach for ever. */
const FARTHEST = 2 * 366 * DAY

interface Asking {
  kind: TimeKind
  until: Date
  now: Date
  time: Timing
  limits: Limits
  /** Percent of the limit that all pauses together may take. */
  pauseShare?: number
}

type Timed = Pick<CaseRecord, 'redAt' | 'pause' | 'pausedMinutes' | 'isExtended' | 'supervision'>

/**
 * Why the case may not be given this time now; null when it may. A red case is neither paused nor
 * extended; pauses total at most one limit; an extension comes once, before due, and is no longer than
 * the limit itself.
 */
export const whyNotTime = (record: Timed, { kind, until, now, time, limits, pauseShare }: Asking): ErrorCode | null => {
  const why = whyNoTime(record, now)
  if (!why && (until <= now || until.getTime() > now.getTime() + FARTHEST)) return 'casework.untilOutOfRange'
  if (why || !record.redAt) return why
  if (kind === 'pause') return whyNotPause(record, { until, now, time, limits, ...(pauseShare === undefined ? {} : { pauseShare }) })
  if (record.isExtended) return 'casework.alreadyExtended'
  return until <= record.redAt || time.between(record.redAt, until) > limits.totalMinutes ? 'casework.untilOutOfRange' : null
}

/** Why this case gets no more time at all now, whatever is asked for. */
export const whyNoTime = ({ redAt, pause, supervision }: Pick<Timed, 'redAt' | 'pause' | 'supervision'>, now: Date): ErrorCode | null => {
  if (pause) return 'casework.alreadyPaused'
  return !redAt || redAt <= now || supervision ? 'casework.tooLateForTime' : null
}

const whyNotPause = ({ pausedMinutes }: Timed, { until, now, time, limits, pauseShare = 100 }: Omit<Asking, 'kind'>): ErrorCode | null => {
  const minutes = time.between(now, until)
  if (until <= now || minutes < 1) return 'casework.untilOutOfRange'
  return pausedMinutes + minutes > (limits.totalMinutes * pauseShare) / 100 ? 'casework.pausedEnough' : null
}
