import { formatInstant } from '../core/time'
import { actionLabels, timeKindLabels } from './labels'
import type { TimelineEntry } from './views'

/** Working limits end with office hours: the hour is said all the same, a promise is kept by it. */
const day = (at: string, now: Date): string => formatInstant(at, now)

const fromTo = ({ dueFrom, dueTo }: TimelineEntry, now: Date): string | undefined => {
  if (!dueTo) return undefined
  return dueFrom ? `时限从 ${day(dueFrom, now)} 改到 ${day(dueTo, now)}` : `时限到 ${day(dueTo, now)}`
}

const ownerWords = ({ ownerFrom, ownerTo }: TimelineEntry): string | undefined =>
  ownerFrom && ownerTo ? `从${ownerFrom}改由${ownerTo}负责` : undefined

const timeWords = ({ time }: TimelineEntry, now: Date): string | undefined =>
  time && `${timeKindLabels[time.kind]}到 ${day(time.until, now)}`

const joined = (first: string, rest: (string | undefined)[]): string => [first, ...rest.filter(Boolean)].join('，')

/** What the steps of the time engine did to a case, in words: who has it now, and from which day to which. */
const movedBy: Partial<Record<TimelineEntry['action'], (entry: TimelineEntry, now: Date) => string>> = {
  askTime: (entry, now) => `申请${timeWords(entry, now) ?? '暂停或延期'}`,
  grantTime: (entry, now) => (entry.dueTo ? joined('同意延期', [fromTo(entry, now)]) : `同意${timeWords(entry, now) ?? '暂停或延期'}`),
  refuseTime: (entry, now) => `没有同意${timeWords(entry, now) ?? '暂停或延期'}`,
  resume: (entry, now) => joined(actionLabels.resume, [fromTo(entry, now)]),
  recount: (entry, now) => joined('工作日历有变', [fromTo(entry, now) ?? '时限重新计算']),
  followSettings: (entry, now) => joined('事项设置有变', [fromTo(entry, now) ?? '按新的一版办，时限不变']),
  escalate: (entry) => joined('超期督办', [ownerWords(entry) ?? '升到上一级负责']),
  fileFeedback: ({ promisedAt }, now) => (promisedAt ? `督办反馈，答应 ${day(promisedAt, now)} 前办好` : actionLabels.fileFeedback),
}

/** Until when it is to be done as things stand; nothing while no limit runs. */
export const limitWords = ({ redAt, pause }: { redAt: Date | null; pause: { until: Date } | null }, now: Date): string | undefined => {
  if (pause) return `暂停到 ${formatInstant(pause.until, now)}`
  return redAt ? `${formatInstant(redAt, now)} 前办好` : undefined
}

/** For other steps: only what moved along with them. */
export const alsoMoved = (entry: TimelineEntry, now: Date): string | undefined =>
  [ownerWords(entry), fromTo(entry, now)].filter(Boolean).join('，') || undefined

export const movedWords = (entry: TimelineEntry, now: Date): string | undefined => movedBy[entry.action]?.(entry, now)
