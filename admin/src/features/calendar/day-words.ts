import type { CalendarDay, CalendarDifference } from '@xiangli/shared/calendar/contract'
import type { DayKind } from '@xiangli/shared/calendar/rules'

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
export const WEEK = ['一', '二', '三', '四', '五', '六', '日']

export const kindWords: Record<DayKind, string> = { work: '上班', rest: '休息', shifted: '调休上班', holiday: '放假' }
/** Stands in the day's corner, so that colour is never all there is. */
export const kindMarks: Record<DayKind, string> = { work: '', rest: '', shifted: '班', holiday: '休' }
export const holidayNames = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆节']

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)
const weekdayOf = (day: string) => dateOf(day).getUTCDay()

/** 10月1日 周四; the year in front where it is not the one around. */
export function dayWords(day: string, year?: number): string {
  const at = dateOf(day)
  const front = year === at.getUTCFullYear() || year === undefined ? '' : `${at.getUTCFullYear()}年`
  return `${front}${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${WEEKDAYS[weekdayOf(day)]}`
}

/** 放假，国庆节 */
export const sayKind = ({ kind, name }: CalendarDay) => (name ? `${kindWords[kind]}，${name}` : kindWords[kind])

/** Empty places before the first of a month in weeks that begin on Monday. */
export const leadOf = (firstDay: string) => (weekdayOf(firstDay) + 6) % 7

export function monthsOf(days: readonly CalendarDay[]): CalendarDay[][] {
  const months = Array.from({ length: 12 }, (): CalendarDay[] => [])
  for (const day of days) months[Number(day.day.slice(5, 7)) - 1]?.push(day)
  return months
}

type Hours = NonNullable<CalendarDifference['hours']>['from']

const pad = (n: number) => String(n).padStart(2, '0')
export const clockOf = (minute: number) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
export const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
/** 8:30–12:00、14:30–18:00 */
export const hoursWords = (hours: Hours) => hours.map(([from, to]) => `${clockOf(from).replace(/^0/, '')}–${clockOf(to).replace(/^0/, '')}`).join('、')

export function totalWords(hours: Hours): string {
  const minutes = hours.reduce((sum, [from, to]) => sum + Math.max(0, to - from), 0)
  return minutes % 60 === 0 ? `${minutes / 60} 小时` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`
}

/** 改 3 天，改上班时间，2027 年定下来 */
export function differenceWords({ days, hours, newYears }: CalendarDifference): string {
  const words = [
    days.length > 0 ? `改 ${days.length} 天` : '',
    hours ? '改上班时间' : '',
    newYears.length > 0 ? `${newYears.join('、')} 年定下来` : '',
  ]
  return words.filter(Boolean).join('，')
}
