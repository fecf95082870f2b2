import { expect, test } from '@jest/globals'
import { dayAfter } from '@xiangli/shared/core/time'
import { clockOf, dayWords, differenceWords, hoursWords, leadOf, minuteOf, totalWords } from './day-words'

test('a day is named with its weekday, and with its year where another is around', () => {
  expect(dayWords('2026-10-01', 2026)).toBe('10月1日 周四')
  expect(dayWords('2027-01-01', 2026)).toBe('2027年1月1日 周五')
})

test('weeks begin on Monday', () => {
  expect(['2026-06-01', '2026-11-01', '2026-10-01'].map(leadOf)).toEqual([0, 6, 3])
})

test('a step of days passes the end of months and of years', () => {
  expect([dayAfter('2026-12-31', 1), dayAfter('2028-03-01', -1), dayAfter('2026-10-01', 7)]).toEqual(['2027-01-01', '2028-02-29', '2026-10-08'])
})

test('office hours read as people say them', () => {
  expect(hoursWords([[510, 720], [870, 1080]])).toBe('8:30–12:00、14:30–18:00')
  expect([clockOf(510), minuteOf('08:30')]).toEqual(['08:30', 510])
  expect([totalWords([[510, 720], [870, 1080]]), totalWords([[510, 735]])]).toEqual(['7 小时', '3 小时 45 分'])
})

test('what a version changed is said in a line', () => {
  const day = { day: '2027-01-01', kind: 'work' } as const
  expect(differenceWords({ days: [{ from: day, to: { ...day, kind: 'holiday' } }], newYears: [2027], hours: { from: [], to: [] } })).toBe('改 1 天，改上班时间，2027 年定下来')
})
