import { expect, test } from '@jest/globals'
import { isLateNow, levelWords, standWords } from './supervision-words'

const NOW = Date.parse('2026-11-11T02:00:00Z')

test.each([
  [{ kind: 'overdue', level: 1, isTop: false }, '逾期 1 级'],
  [{ kind: 'listed', level: 1, isTop: false }, '挂牌'],
  [{ kind: 'listed', level: 2, isTop: false }, '挂牌 2 级'],
  [{ kind: 'overdue', level: 2, isTop: true }, '逾期 2 级，县督办榜'],
] as const)('%j reads %s', (row, words) => expect(levelWords(row)).toBe(words))

test('an open one says how long is left, an ended one how it ended', () => {
  expect(standWords({ due: '2026-11-11T03:00:00.000Z' }, NOW)).toBe('剩 1小时')
  expect(standWords({ due: '2026-11-11T01:00:00.000Z', ended: 'missed' }, NOW)).toBe('到时没做，升到上一级')
  expect([isLateNow({ due: '2026-11-11T01:00:00.000Z' }, NOW), isLateNow({ due: '2026-11-11T01:00:00.000Z', ended: 'signed' }, NOW)]).toEqual([true, false])
})
