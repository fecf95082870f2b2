import { expect, test } from '@jest/globals'
import { shareOf, workWords } from './stats-words'

test.each([[undefined, '—'], [0, '0 分'], [59, '59 分'], [60, '1 小时'], [95, '1 小时 35 分'], [419, '6 小时'], [420, '1 天'], [540, '1 天 2 小时'], [4_200, '10 天'], [4_300, '10 天']])('%s working minutes are %s', (minutes, words) => {
  expect(workWords(minutes)).toBe(words)
})

test('a share is said from five on, never rounded up to the whole', () => {
  expect(shareOf({ counts: { onTime: 4, late: 0 } }, false)).toBe('—')
  expect(shareOf({ counts: { onTime: 9_999, late: 1 } }, false)).toBe('99.9%')
  expect(shareOf({ counts: { ownOnTime: 4, ownLate: 1, onTime: 0, late: 5 } }, true)).toBe('80%')
})
