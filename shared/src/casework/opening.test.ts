import { expect, test } from '@jest/globals'
import { DAY } from '../core/time'
import { openingState, readUntil, whyNotAskOpening, whyNotConfirmOpening } from './opening'

const person = (id: string, isOfVillage = false, isHandling = false) => ({ id, isOfVillage, isHandling })

test.each([
  [person('b'), null],
  [person('a'), 'casework.openingNeedsAnother'],
  [person('b', true), 'casework.openingOutside'],
  [person('b', false, true), 'casework.openingByHandler'],
  [person('b', true, true), 'casework.openingOutside'],
])('asked by a, %j decides: %s', (confirmer, why) => {
  expect(whyNotConfirmOpening('a', confirmer)).toBe(why)
})

test('nobody of the village asks; whoever has it in hand may', () => {
  expect(whyNotAskOpening(person('a', true))).toBe('casework.openingOutside')
  expect(whyNotAskOpening(person('a', false, true))).toBeNull()
})

const askedAt = new Date('2026-11-18T04:00:00Z')
const after = (days: number) => new Date(askedAt.getTime() + days * DAY)

test('an ask nobody answers is over after three days, to the minute; one that is decided stays so', () => {
  expect(openingState({ state: 'asked', askedAt }, new Date(after(3).getTime() - 1))).toBe('asked')
  expect(openingState({ state: 'asked', askedAt }, after(3))).toBe('lapsed')
  expect(openingState({ state: 'refused', askedAt }, after(9))).toBe('refused')
})

test('the two may look for a day after it was confirmed, and only then', () => {
  expect(readUntil({ state: 'confirmed', askedAt, decidedAt: after(1) })).toEqual(after(2))
  expect(readUntil({ state: 'refused', askedAt, decidedAt: after(1) })).toBeNull()
})
