import { expect, test } from '@jest/globals'
import { addMinutes, dayOf, formatInstant, formatMinutes, minutesBetween } from './time'

const at = (iso: string): Date => new Date(iso)

test.each([
  ['2026-11-21T15:59:59.999Z', '2026-11-21'],
  ['2026-11-21T16:00:00.000Z', '2026-11-22'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ['2024-02-28T16:00:00.000Z', '2024-02-29'],
])('the day of %s in Shanghai is %s', (instant, day) => {
  expect(dayOf(at(instant))).toBe(day)
})

test.each([
  ['2026-11-21T07:30:00Z', '2026-11-21T08:00:00Z', '11月21日 周六 15:30'],
  ['2026-01-01T00:05:00Z', '2026-11-21T08:00:00Z', '1月1日 周四 08:05'],
  ['2025-12-31T15:59:00Z', '2026-01-01T00:00:00Z', '2025年12月31日 周三 23:59'],
  // New Year's Eve by London time is New Year's Day in the village.
  ['2025-12-31T16:00:00Z', '2026-06-01T00:00:00Z', '1月1日 周四 00:00'],
])('%s is read as the village reads it', (instant, now, words) => {
  expect(formatInstant(instant, at(now))).toBe(words)
  expect(formatInstant(at(instant), at(now))).toBe(words)
})

test.each([
  [0, '1 分钟'],
  [1, '1 分钟'],
  [59, '59 分钟'],
  [60, '1 小时'],
  [119, '1 小时'],
  [1439, '23 小时'],
  [1440, '1 天'],
  [7 * 1440 + 5, '7 天'],
  [-90, '1 小时'],
])('%i minutes feel like %s', (minutes, words) => {
  expect(formatMinutes(minutes)).toBe(words)
})

test.each([
  ['2026-01-01T00:00:00Z', '2026-01-01T00:00:59.999Z', 0],
  ['2026-01-01T00:00:00Z', '2026-01-01T00:01:00Z', 1],
  ['2026-01-01T00:00:00.001Z', '2026-01-01T00:00:00Z', -1],
  ['2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z', -1440],
])('from %s to %s are %i whole minutes', (from, to, minutes) => {
  expect(minutesBetween(at(from), at(to))).toBe(minutes)
})

test('minutes added and counted again are the same', () => {
  const start = at('2026-02-28T23:30:00Z')
  expect(addMinutes(start, 60).toISOString()).toBe('2026-03-01T00:30:00.000Z')
  for (const minutes of [-1500, -1, 0, 1, 59, 525_600]) expect(minutesBetween(start, addMinutes(start, minutes))).toBe(minutes)
})
