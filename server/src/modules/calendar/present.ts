import type { CalendarVersion, CalendarYear } from '@xiangli/shared/calendar/contract'
import { calendarDay, daysOfYear, FIRST_YEAR, lastYearFrom, yearOf, type Calendar } from '@xiangli/shared/calendar/rules'
import type { CalendarDoc } from './calendar.model'

const presentHours = ({ hours }: Pick<Calendar, 'hours'>): [number, number][] => hours.map(([from, to]) => [from, to])

export const presentYear = (calendar: CalendarDoc, { year, today }: { year: number; today: string }): CalendarYear => ({
  year,
  firstYear: FIRST_YEAR,
  lastYear: Math.max(lastYearFrom(today), yearOf(calendar.knownTo)),
  version: calendar.version,
  publishedAt: calendar.at.toISOString(),
  knownTo: calendar.knownTo,
  isProvisional: year > yearOf(calendar.knownTo),
  hours: presentHours(calendar),
  days: daysOfYear(year).map((day) => calendarDay(calendar, day)),
})

type Summary = Omit<CalendarDoc, 'marks'>

export const presentVersion = ({ version, at, by, reason, knownTo, difference }: Summary, names: ReadonlyMap<string, string>): CalendarVersion => ({
  version,
  at: at.toISOString(),
  byName: by === undefined ? '系统自带' : (names.get(by) ?? ''),
  reason,
  knownTo,
  difference,
})
