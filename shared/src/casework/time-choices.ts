import { naturalTime, type WorkingTime } from '../calendar/working-time'
import type { ErrorCode } from '../catalog/errors'
import { DAY } from '../core/time'
import { limitsOf, type CaseType } from './case-type'
import type { CaseRecord } from './record'
import type { Grade } from './states'
import { MOST_PROMISED_DAYS } from './supervision'
import { whyNotTime, type TimeKind } from './time-request'

const HOUR = 3_600_000
/** Far beyond what any limit allows: the rule says where it ends. */
const MOST_CHOICES = 60

/** The ends of office hours from today on, or of today's while they last. */
const endsOfDays = (from: Date, { work, count }: { work: WorkingTime; count: number }): Date[] => {
  const first = work.endOfDay(new Date(from.getTime() - DAY), 1)
  return Array.from({ length: count }, (_, n) => (n === 0 ? first : work.endOfDay(first, n))).filter((at) => at > from)
}

/** Whole hours, for what runs by the clock on the wall. */
const wholeHours = (from: Date, count: number): Date[] => {
  const first = Math.floor(from.getTime() / HOUR) * HOUR + HOUR
  return Array.from({ length: count }, (_, n) => new Date(first + n * HOUR))
}

export interface TimeChoices {
  /** What may be asked for, the nearest first. */
  choices: Date[]
  /** Why nothing later may be. */
  whyNotLater: ErrorCode | null
}

type Asked = Pick<CaseRecord, 'redAt' | 'pause' | 'pausedMinutes' | 'isExtended' | 'supervision'> & { grade: Grade; category?: string | undefined }

/** Until when a case may be paused or extended, by the very rule the server judges by. */
export const timeChoices = (record: Asked, { kind, now, work, type }: { kind: TimeKind; now: Date; work: WorkingTime; type: CaseType }): TimeChoices => {
  const isNatural = type.pace[record.grade] === 'natural'
  const rule = { kind, now, time: isNatural ? naturalTime : work, limits: limitsOf(type, record.grade, record.category), pauseShare: type.pauseShare }
  const from = kind === 'extend' && record.redAt && record.redAt > now ? record.redAt : now
  const offered = isNatural ? wholeHours(from, MOST_CHOICES) : endsOfDays(from, { work, count: MOST_CHOICES })
  const judged = offered.map((until) => ({ until, why: whyNotTime(record, { ...rule, until }) }))
  const choices = judged.filter(({ why }) => why === null).map(({ until }) => until)
  const last = choices.at(-1)
  return { choices, whyNotLater: judged.find(({ until, why }) => why !== null && (!last || until > last))?.why ?? null }
}

/** The working days a feedback may promise. */
export const promiseChoices = (now: Date, work: WorkingTime): Date[] => {
  const last = work.endOfDay(now, MOST_PROMISED_DAYS)
  return endsOfDays(now, { work, count: MOST_PROMISED_DAYS + 1 }).filter((at) => at <= last)
}
