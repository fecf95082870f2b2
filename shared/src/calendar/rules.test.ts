import { describe, expect, test } from '@jest/globals'
import { areOfficeHours, calendarDay, daysOfYear, differenceOf, withChange, whyNotCalendar, workCalendarOf, type Calendar, type CalendarChange } from './rules'
import { DEFAULT_HOURS, workingTimeOf, type WorkCalendar } from './working-time'

const calendar: Calendar = {
  marks: {
    '2026-10-01': { isWorking: false, name: '国庆节' },
    '2026-10-03': { isWorking: false, name: '国庆节' },
    '2026-10-10': { isWorking: true, name: '国庆节' },
  },
  knownTo: '2026-12-31',
  hours: DEFAULT_HOURS,
}
const TODAY = '2026-11-22'

test.each([
  ['2026-11-20', { day: '2026-11-20', kind: 'work' }],
  ['2026-11-21', { day: '2026-11-21', kind: 'rest' }],
  ['2026-10-01', { day: '2026-10-01', kind: 'holiday', name: '国庆节' }],
  ['2026-10-03', { day: '2026-10-03', kind: 'holiday', name: '国庆节' }],
  ['2026-10-10', { day: '2026-10-10', kind: 'shifted', name: '国庆节' }],
])('%s is what the notice makes of it', (day, shown) => {
  expect(calendarDay(calendar, day)).toEqual(shown)
})

test('a year has all its days, a leap year one more', () => {
  expect([daysOfYear(2026).length, daysOfYear(2028).length]).toEqual([365, 366])
  expect([daysOfYear(2026)[0], daysOfYear(2026).at(-1)]).toEqual(['2026-01-01', '2026-12-31'])
})

test('a day changed back to what the week says leaves no mark and no difference', () => {
  const away = withChange(calendar, { days: [{ day: '2026-11-23', isWorking: false, name: '停电' }] })
  const back = withChange(away, { days: [{ day: '2026-11-23', isWorking: true }] })
  expect(away.marks['2026-11-23']).toEqual({ isWorking: false, name: '停电' })
  expect(back).toEqual(calendar)
  expect(differenceOf(calendar, back)).toEqual({ days: [], newYears: [] })
})

test('a difference names days in order, hours and each year that becomes known', () => {
  const after = withChange(calendar, { days: [{ day: '2027-10-01', isWorking: false, name: '国庆节' }, { day: '2026-10-10', isWorking: false }], hours: [[540, 1020]], knownTo: '2028-12-31' })
  expect(differenceOf(calendar, after)).toEqual({
    days: [
      { from: { day: '2026-10-10', kind: 'shifted', name: '国庆节' }, to: { day: '2026-10-10', kind: 'rest' } },
      { from: { day: '2027-10-01', kind: 'work' }, to: { day: '2027-10-01', kind: 'holiday', name: '国庆节' } },
    ],
    hours: { from: [[510, 720], [870, 1080]], to: [[540, 1020]] },
    newYears: [2027, 2028],
  })
})

test.each<[string, boolean, WorkCalendar['hours']]>([
  ['the usual day', true, DEFAULT_HOURS],
  ['four hours', true, [[540, 780]]],
  ['less than four hours', false, [[540, 779]]],
  ['fourteen hours', true, [[0, 840]]],
  ['more than fourteen', false, [[0, 420], [480, 901]]],
  ['to midnight', true, [[1200, 1440]]],
  ['past midnight', false, [[1200, 1441]]],
  ['before midnight', false, [[-60, 240]]],
  ['none', false, []],
  ['the wrong way round', false, [[720, 510]]],
  ['out of order', false, [[870, 1080], [510, 720]]],
  ['overlapping', false, [[510, 720], [700, 1080]]],
  ['touching', false, [[510, 720], [720, 1080]]],
])('office hours: %s', (_, isGood, hours) => {
  expect(areOfficeHours(hours)).toBe(isGood)
})

const off = (day: string, name = '节') => ({ day, isWorking: false, name })
const later = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const daysOff = (from: string, count: number) => Array.from({ length: count }, (_, at) => off(later(from, at)))
const tuesdaysOff = (count: number) => Array.from({ length: count }, (_, at) => off(later('2027-01-05', at * 7)))
describe.each<[string, Partial<CalendarChange>, string | null, string?]>([
  ['a coming day', { days: [off('2026-11-23')] }, null],
  ['today', { days: [off(TODAY.replace('22', '23')), off(TODAY)] }, null],
  ['a past day of a known year', { days: [off('2026-11-23'), off('2026-11-20')] }, 'calendar.pastDay', 'days.1.day'],
  ['the name of a past holiday', { days: [off('2026-10-01', '国庆')] }, null],
  ['before working time begins', { days: [off('2019-12-31')] }, 'calendar.outOfRange', 'days.0.day'],
  ['the last day of five years ahead', { days: [off('2031-12-31')] }, null],
  ['the day after it', { days: [off('2032-01-01')] }, 'calendar.outOfRange', 'days.0.day'],
  ['hours that do not hold', { hours: [] }, 'calendar.badHours', 'hours'],
  ['the same hours again', { hours: DEFAULT_HOURS }, 'calendar.nothingChanged', 'days'],
  ['nothing', {}, 'calendar.nothingChanged', 'days'],
  ['a known year taken back', { knownTo: '2025-12-31' }, 'calendar.knownToBack', 'knownTo'],
  ['a year declared without its holidays', { knownTo: '2027-12-31' }, 'calendar.yearUnfinished', 'knownTo'],
  ['a year declared with only the first of them', { days: [off('2027-01-01')], knownTo: '2027-12-31' }, 'calendar.yearUnfinished', 'knownTo'],
  ['a year declared with its holidays', { days: [off('2027-01-01'), off('2027-10-01')], knownTo: '2027-12-31' }, null],
  ['a year skipped over', { days: [off('2028-01-01'), off('2028-10-01')], knownTo: '2028-12-31' }, 'calendar.yearUnfinished', 'knownTo'],
  ['a break of twelve days, with the weekend before them', { days: daysOff('2027-03-01', 10) }, null],
  ['a break of one day more', { days: daysOff('2027-03-01', 11) }, 'calendar.tooManyOff', 'days.0.day'],
  ['thirty weekdays of a year', { days: tuesdaysOff(30) }, null],
  ['one more of them', { days: tuesdaysOff(31) }, 'calendar.tooManyOff', 'days.0.day'],
  ['six years ahead', { knownTo: '2032-12-31' }, 'calendar.outOfRange', 'knownTo'],
])('publishing %s', (_, change, code, field) => {
  test(code ?? 'is allowed', () => {
    const why = whyNotCalendar({ before: calendar, change: { days: [], ...change }, today: TODAY })
    expect(why).toEqual(code === null ? null : { code, field })
  })
})

test('a past day may still be set where no notice was known: the year began before it was typed in', () => {
  const change = { days: [off('2027-01-01'), off('2027-10-01')], knownTo: '2027-12-31' }
  expect(whyNotCalendar({ before: calendar, change, today: '2027-01-05' })).toBeNull()
})

test('working time counts from the marks', () => {
  const work = workingTimeOf(workCalendarOf(calendar))
  expect(['2026-10-01', '2026-10-10', '2026-11-20', '2026-11-21'].map(work.isWorkingDay)).toEqual([false, true, true, false])
  expect(work.isProvisional(new Date('2027-01-01T00:00:00+08:00'))).toBe(true)
})
