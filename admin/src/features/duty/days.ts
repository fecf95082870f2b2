import { type Span } from '@xiangli/shared/duty/rules'
import { dayAfter, dayOf, instantOf } from '@xiangli/shared/core/time'

export type View = 'week' | 'month'

const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
/** Weeks begin on Monday. */
export const mondayOf = (day: string) => dayAfter(day, -((weekdayOf(day) + 6) % 7))
export const weekdayName = (day: string) => `周${'日一二三四五六'[weekdayOf(day)] ?? ''}`
export const isRestDay = (day: string) => [0, 6].includes(weekdayOf(day))
export const dayLabel = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** The days on the page: a week, or the weeks that hold a month. */
export function daysShown(view: View, day: string): string[] {
  const first = mondayOf(view === 'week' ? day : `${day.slice(0, 7)}-01`)
  const month = day.slice(0, 7)
  const weeks = view === 'week' ? 1 : [4, 5, 6].find((count) => dayAfter(first, count * 7).slice(0, 7) > month) ?? 6
  return Array.from({ length: weeks * 7 }, (_, at) => dayAfter(first, at))
}

/** The same place in the week or month before or after. */
export function turned(view: View, day: string, by: 1 | -1): string {
  if (view === 'week') return dayAfter(day, 7 * by)
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10)
}

const clockOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
/** 18:00–次日 8:30, as seen from the day it begins. */
export const timesWords = (from: Date | string, to: Date | string) => {
  const [begin, end] = [new Date(from), new Date(to)]
  return `${clockOf(begin)}–${dayOf(end) > dayOf(begin) ? '次日 ' : ''}${clockOf(end)}`
}
export const timeInput = (at: string) => `${dayOf(new Date(at))}T${clockOf(new Date(at))}`
/** What a date-and-time field says, taken as Shanghai's time. */
export const instantIn = (value: string) => instantOf(value.slice(0, 10), value.slice(11, 16)).toISOString()
export const spanOfDays = (days: readonly string[]): Span => ({
  from: instantOf(days[0] ?? '', '00:00'),
  to: instantOf(dayAfter(days.at(-1) ?? '', 1), '00:00'),
})
