import { expect, test } from '@jest/globals'
import { daysShown, instantIn, mondayOf, timesWords, turned } from './days'

test('weeks begin on Monday, a month shows every week it touches', () => {
  expect([mondayOf('2026-11-22'), mondayOf('2026-11-23')]).toEqual(['2026-11-16', '2026-11-23'])
  expect(daysShown('week', '2026-11-22')).toHaveLength(7)
  const november = daysShown('month', '2026-11-22')
  expect([november[0], november.at(-1), november.length]).toEqual(['2026-10-26', '2026-12-06', 42])
  const february = daysShown('month', '2027-02-10')
  expect([february[0], february.at(-1)]).toEqual(['2027-02-01', '2027-02-28'])
})

test('turning goes by a week or to the first of the month', () => {
  expect([turned('week', '2026-12-30', 1), turned('month', '2026-12-30', 1), turned('month', '2026-01-30', -1)]).toEqual(['2027-01-06', '2027-01-01', '2025-12-01'])
})

test('times are Shanghai’s, a night says that it ends the next day', () => {
  expect(timesWords('2026-11-20T10:00:00Z', '2026-11-21T00:30:00Z')).toBe('18:00–次日 08:30')
  expect(timesWords('2026-11-20T00:30:00Z', '2026-11-20T10:00:00Z')).toBe('08:30–18:00')
  expect(instantIn('2026-11-20T18:00')).toBe('2026-11-20T10:00:00.000Z')
})
