import { expect, test } from '@jest/globals'
import { lateToAccept, lateToAcceptWords } from './late-to-accept'

const NOW = Date.parse('2026-11-22T08:00:00Z')
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString()
const pending = { state: 'pending' as const, colour: 'green' as const, acceptBy: at(-30) }

test.each([
  ['waits past its time', pending, 30 * 60_000],
  ['has time', { ...pending, acceptBy: at(5) }, 0],
  ['is over the whole limit as well', { ...pending, colour: 'red' as const }, 0],
  ['was taken on', { ...pending, state: 'accepted' as const }, 0],
  ['has no such limit', { state: 'pending' as const, colour: 'green' as const }, 0],
])('a case that %s is late to be taken on by so much', (_what, row, late) => {
  expect(lateToAccept({ colour: row.colour, of: row }, NOW)).toBe(late)
})

test('how many of a list are late to be taken on is said only where some are', () => {
  expect(lateToAcceptWords([pending, pending, { ...pending, acceptBy: at(5) }], NOW)).toBe('，其中 2 件受理超时')
  expect(lateToAcceptWords([], NOW)).toBe('')
})
