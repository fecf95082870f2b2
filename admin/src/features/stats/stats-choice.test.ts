import { expect, test } from '@jest/globals'
import { choiceQuery, periodsUntil, readChoice } from './stats-choice'

const NOW = Date.parse('2026-11-30T17:00:00Z')

test('the months offered end with this one, by the clock in Shanghai; the quarters follow', () => {
  const values = periodsUntil(NOW).map(({ value }) => value)
  expect([values[0], values[11], values[12], values.at(-1)]).toEqual(['2026-12', '2026-01', '2026-Q4', '2026-Q1'])
})

test('what an address says of a choice is what it is made of again', () => {
  const choice = { period: '2026-Q3', by: 'unit', unitId: 'dept-water', figure: 'ownLate', key: 'dept-water' } as const
  expect(readChoice(new URLSearchParams(choiceQuery(choice)), NOW)).toEqual(choice)
})

test.each(['?period=2026-13&by=person&figure=rank&key=v1', ''])('%j says nothing that can be shown', (query) => {
  expect(readChoice(new URLSearchParams(query), NOW)).toEqual({ period: '2026-12', by: 'place' })
})
