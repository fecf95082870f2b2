import type { ErrorCode } from '../catalog/errors'
import { MINUTE, DAY } from '../core/time'
import type { CalendarDay, CalendarDifference } from './contract'
import { isWeekday, type WorkCalendar } from './working-time'

/** Working time counts nothing before it. */
export const FIRST_YEAR = 2020
/** Notices come a year ahead; more than this is a slip of the keyboard. */
export const YEARS_AHEAD = 5
/** Limits are written in days of seven hours: shorter office hours stretch every one of them. */
const LEAST_MINUTES = 4 * 60
const MOST_MINUTES = 14 * 60
/**
 * Every day off gives each late case a day. The national notices take 18 to 20 weekdays of a year, a
 * county's own festivals up to five; the rest is for snow and floods.
 */
export const MOST_WEEKDAYS_OFF = 30
/** The longest break so far was ten days (2020); beyond this everything that is owed would stand still. */
export const LONGEST_BREAK = 12

/** 上班、休息（周末）、调休上班（周末补班）、放假 */
export const DAY_KINDS = ['work', 'rest', 'shifted', 'holiday'] as const
export type DayKind = (typeof DAY_KINDS)[number]

/** What a notice says of one day, where it differs from the week or belongs to a holiday. */
export interface DayMark {
  isWorking: boolean
  name?: string | undefined
}

export interface Calendar {
  marks: Readonly<Record<string, DayMark>>
  knownTo: string
  hours: WorkCalendar['hours']
}

/** Changes against a calendar; what is not named stays. */
export interface CalendarChange {
  days: readonly (DayMark & { day: string })[]
  hours?: WorkCalendar['hours'] | undefined
  knownTo?: string | undefined
}

export const yearOf = (day: string): number => Number(day.slice(0, 4))
export const lastDayOf = (year: number): string => `${year}-12-31`
export const lastYearFrom = (today: string): number => yearOf(today) + YEARS_AHEAD

export const daysOfYear = (year: number): string[] => {
  const days: string[] = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += DAY) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

const kindOf = (day: string, mark: DayMark | undefined): DayKind => {
  if (isWeekday(day)) return mark?.isWorking === false ? 'holiday' : 'work'
  if (mark?.isWorking) return 'shifted'
  return mark?.name ? 'holiday' : 'rest'
}

export const calendarDay = (calendar: Pick<Calendar, 'marks'>, day: string): CalendarDay => {
  const mark = calendar.marks[day]
  return { day, kind: kindOf(day, mark), ...(mark?.name ? { name: mark.name } : {}) }
}

export const isWorkingKind = (kind: DayKind): boolean => kind === 'work' || kind === 'shifted'

/** A day that says no more than the week does needs no mark. */
const isPlain = (day: string, { isWorking, name }: DayMark): boolean => isWorking === isWeekday(day) && (isWorking || !name)

export const withChange = (calendar: Calendar, { days, hours, knownTo }: CalendarChange): Calendar => {
  const marks: Record<string, DayMark> = { ...calendar.marks }
  for (const { day, isWorking, name } of days) {
    const mark = { isWorking, ...(name ? { name } : {}) }
    if (isPlain(day, mark)) delete marks[day]
    else marks[day] = mark
  }
  return { marks, hours: hours ?? calendar.hours, knownTo: knownTo ?? calendar.knownTo }
}

const newYearsOf = (before: string, after: string): number[] => {
  const years: number[] = []
  for (let year = yearOf(before) + 1; year <= yearOf(after); year += 1) years.push(year)
  return years
}

const isSame = (a: CalendarDay, b: CalendarDay): boolean => a.kind === b.kind && a.name === b.name

export const differenceOf = (before: Calendar, after: Calendar): CalendarDifference => {
  const touched = [...new Set([...Object.keys(before.marks), ...Object.keys(after.marks)])].sort()
  const days = touched.map((day) => ({ from: calendarDay(before, day), to: calendarDay(after, day) })).filter(({ from, to }) => !isSame(from, to))
  const hoursOf = ({ hours }: Calendar) => hours.map(([from, to]): [number, number] => [from, to])
  const isOtherHours = JSON.stringify(before.hours) !== JSON.stringify(after.hours)
  return {
    days,
    ...(isOtherHours ? { hours: { from: hoursOf(before), to: hoursOf(after) } } : {}),
    newYears: newYearsOf(before.knownTo, after.knownTo),
  }
}

export const isNoDifference = ({ days, hours, newYears }: CalendarDifference): boolean => days.length === 0 && !hours && newYears.length === 0

/** In order, apart, within the day, and together a day's work. */
export const areOfficeHours = (hours: WorkCalendar['hours']): boolean => {
  const isOrdered = hours.every(([from, to], at) => from < to && from > (hours[at - 1]?.[1] ?? -1))
  const isWithin = (hours.at(-1)?.[1] ?? 0) * MINUTE <= DAY
  const total = hours.reduce((sum, [from, to]) => sum + to - from, 0)
  return isOrdered && isWithin && total >= LEAST_MINUTES && total <= MOST_MINUTES
}

/** New Year and National Day are holidays by law in every year: without them the notice was not typed in. */
const isUnfinished = (after: Calendar, year: number): boolean =>
  [`${year}-01-01`, `${year}-10-01`].some((day) => isWorkingKind(calendarDay(after, day).kind))

export interface Refusal {
  code: ErrorCode
  field: string
}

interface Asked {
  before: Calendar
  change: CalendarChange
  /** In Asia/Shanghai. */
  today: string
}

const whyNotDay = ({ before, change, today }: Asked): Refusal | null => {
  const last = lastDayOf(lastYearFrom(today))
  for (const [at, { day, isWorking }] of change.days.entries()) {
    const field = `days.${at}.day`
    if (yearOf(day) < FIRST_YEAR || day > last) return { code: 'calendar.outOfRange', field }
    const isOther = isWorkingKind(calendarDay(before, day).kind) !== isWorking
    // What is past and known was counted with, and today is running; a holiday made up afterwards would excuse what was late.
    if (isOther && (day < today || (day === today && !isWorking)) && day <= before.knownTo) return { code: 'calendar.pastDay', field }
  }
  return null
}

const whyNotYear = ({ before, change, today }: Asked): Refusal | null => {
  const { knownTo = before.knownTo } = change
  const field = 'knownTo'
  if (knownTo < before.knownTo) return { code: 'calendar.knownToBack', field }
  if (knownTo > before.knownTo && yearOf(knownTo) > lastYearFrom(today)) return { code: 'calendar.outOfRange', field }
  const after = withChange(before, change)
  return newYearsOf(before.knownTo, knownTo).some((year) => isUnfinished(after, year)) ? { code: 'calendar.yearUnfinished', field } : null
}

const weekdaysOff = ({ marks }: Calendar, year: number): number =>
  Object.entries(marks).filter(([day, { isWorking }]) => yearOf(day) === year && !isWorking && isWeekday(day)).length

const isOff = (calendar: Calendar, day: string): boolean => !isWorkingKind(calendarDay(calendar, day).kind)
const daysFrom = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** Days without work around this one, so far as it matters. */
const breakAround = (calendar: Calendar, day: string): number => {
  let length = 1
  for (const step of [-1, 1]) {
    for (let away = step; length <= LONGEST_BREAK && isOff(calendar, daysFrom(day, away)); away += step) length += 1
  }
  return length
}

/** Whoever keeps the calendar may not give the whole county time by it. What was too much already stays as it was. */
const whyNotSoManyOff = ({ before, change }: Asked): Refusal | null => {
  const after = withChange(before, change)
  for (const [at, { day }] of change.days.entries()) {
    if (!isOff(after, day) || isOff(before, day)) continue
    const isTooMany = weekdaysOff(after, yearOf(day)) > Math.max(MOST_WEEKDAYS_OFF, weekdaysOff(before, yearOf(day)))
    if (isTooMany || breakAround(after, day) > LONGEST_BREAK) return { code: 'calendar.tooManyOff', field: `days.${at}.day` }
  }
  return null
}

/** Why a changed calendar cannot be published, or null. */
export const whyNotCalendar = (asked: Asked): Refusal | null => {
  const { before, change } = asked
  const why = whyNotDay(asked) ?? whyNotSoManyOff(asked) ?? whyNotYear(asked)
  if (why) return why
  if (change.hours && !areOfficeHours(change.hours)) return { code: 'calendar.badHours', field: 'hours' }
  return isNoDifference(differenceOf(before, withChange(before, change))) ? { code: 'calendar.nothingChanged', field: 'days' } : null
}

/** As working time is counted from it. */
export const workCalendarOf = ({ marks, knownTo, hours }: Calendar): WorkCalendar => ({
  exceptions: Object.fromEntries(Object.entries(marks).map(([day, { isWorking }]) => [day, isWorking])),
  knownTo,
  hours,
})
