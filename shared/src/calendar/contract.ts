import { z } from 'zod'
import { command, query } from '../core/contract'
import { Cursor, Instant, oneOf, page, text } from '../core/fields'
import { DAY_KINDS, FIRST_YEAR } from './rules'

const Day = z.iso.date({ message: '没有这一天' })
const Year = z.number().int().min(FIRST_YEAR).max(2100)
const YearEnd = Day.regex(/-12-31$/, '请填某一年的 12 月 31 日')
/** Minutes of the day: `[[510, 720], [870, 1080]]` is 8:30–12:00, 14:30–18:00. */
const Hours = z.array(z.tuple([z.number().int(), z.number().int()])).max(6, '最多分六段')

export const CalendarDay = z.object({
  day: Day,
  kind: oneOf(DAY_KINDS),
  /** Which holiday it belongs to: 国庆节. */
  name: z.string().optional(),
})
export type CalendarDay = z.infer<typeof CalendarDay>

export const DayDifference = z.object({ from: CalendarDay, to: CalendarDay })

/** What differs between two versions. */
export const CalendarDifference = z.object({
  days: z.array(DayDifference),
  hours: z.object({ from: Hours, to: Hours }).optional(),
  newYears: z.array(Year),
})
export type CalendarDifference = z.infer<typeof CalendarDifference>

/** Changes against the version that was looked at; what is not named stays. */
const asked = {
  version: z.number().int().min(1),
  days: z.array(z.object({ day: Day, isWorking: z.boolean(), name: text(10).optional() })).max(800, '一次最多改 800 天').default([]),
  hours: Hours.optional(),
  knownTo: YearEnd.optional(),
}

const CalendarYear = z.object({
  year: Year,
  firstYear: Year,
  lastYear: Year,
  version: z.number().int(),
  publishedAt: Instant,
  knownTo: Day,
  /** No notice covers this year yet: its days follow the week and may still move (暂定). */
  isProvisional: z.boolean(),
  hours: Hours,
  days: z.array(CalendarDay),
})
export type CalendarYear = z.infer<typeof CalendarYear>

export const CalendarVersion = z.object({
  version: z.number().int(),
  at: Instant,
  byName: z.string(),
  reason: z.string(),
  knownTo: Day,
  difference: CalendarDifference,
})
export type CalendarVersion = z.infer<typeof CalendarVersion>

export const calendarContract = {
  'calendar.getCalendar': query({
    scope: 'public',
    summary: '工作日历：一年里每天上班、休息、调休上班还是放假；不给 year 就是今年',
    input: z.object({ year: Year.optional() }),
    output: CalendarYear,
    errors: ['calendar.outOfRange'],
  }),
  'calendar.previewCalendar': query({
    scope: 'staff',
    summary: '改动的工作日历与现行的一版差在哪里；不保存',
    input: z.object(asked),
    output: CalendarDifference,
    errors: ['calendar.stale', 'calendar.outOfRange', 'calendar.pastDay', 'calendar.tooManyOff', 'calendar.badHours', 'calendar.knownToBack', 'calendar.yearUnfinished', 'calendar.nothingChanged'],
  }),
  'calendar.publishCalendar': command({
    summary: '发布新的一版工作日历；version 为改动前看到的一版，须写明理由',
    input: z.object({ ...asked, reason: text(200) }),
    output: z.object({ version: z.number().int() }),
    errors: ['calendar.stale', 'calendar.outOfRange', 'calendar.pastDay', 'calendar.tooManyOff', 'calendar.badHours', 'calendar.knownToBack', 'calendar.yearUnfinished', 'calendar.nothingChanged'],
  }),
  'calendar.listVersions': query({
    scope: 'staff',
    summary: '工作日历的各个版本，新的在前：谁、什么时候、为什么、改了什么',
    input: z.object({ limit: z.number().int().min(1).max(20).default(10), cursor: Cursor.optional() }),
    output: page(CalendarVersion),
    errors: [],
  }),
}
