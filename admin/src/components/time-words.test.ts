import { expect, test } from '@jest/globals'
import { agoWords, clipWords, exactTime, fullTime, lengthWords, shortTime } from './time-words'

const now = '2026-11-21T07:30:00Z'
const MINUTE = 60_000

test.each([
  ['2026-11-21T06:50:00Z', '今天 14:50'],
  ['2026-11-20T16:05:00Z', '今天 00:05'],
  ['2026-11-20T01:10:00Z', '昨天 09:10'],
  ['2026-11-21T16:30:00Z', '明天 00:30'],
  ['2026-11-17T08:10:00Z', '11月17日 16:10'],
  ['2025-12-31T16:00:00Z', '1月1日 00:00'],
  ['2025-12-31T15:00:00Z', '2025年12月31日 23:00'],
])('%s reads %s in the county, wherever the computer stands', (at, words) => {
  expect(shortTime(at, now)).toBe(words)
})

test.each([
  [0, '不到 1分'],
  [40 * MINUTE, '40分'],
  [80 * MINUTE, '1小时 20分'],
  [120 * MINUTE, '2小时'],
  [13 * 60 * MINUTE + 5 * MINUTE, '13小时'],
  [26 * 60 * MINUTE, '1天 2小时'],
  [75 * 60 * MINUTE, '3天'],
])('%d ms is said as %s', (length, words) => {
  expect(lengthWords(length)).toBe(words)
})

test('a moment just passed is said by its distance, an older one by its time', () => {
  expect(agoWords('2026-11-21T07:29:40Z', now)).toBe('刚刚')
  expect(agoWords('2026-11-21T07:26:00Z', now)).toBe('4 分钟前')
  expect(agoWords('2026-11-21T04:29:00Z', now)).toBe('3 小时前')
  expect(agoWords('2026-11-20T10:00:00Z', now)).toBe('昨天 18:00')
})

test('the full time names the weekday, the journal names the second', () => {
  expect(fullTime(now, now)).toBe('11月21日 周六 15:30')
  expect(exactTime('2026-11-21T07:28:41Z', now)).toBe('15:28:41')
  expect(exactTime('2026-11-18T07:28:41Z', now)).toBe('11月18日 15:28:41')
  expect(clipWords(24.4)).toBe('0:24')
})
