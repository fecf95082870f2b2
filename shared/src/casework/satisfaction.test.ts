import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { answersIn, FEWEST_SHOWN, opinionAfter, OPINIONS, shownCounts } from './satisfaction'

test.each([
  ['waiting', 'fixed', 'satisfied'],
  ['waiting', 'noReply', 'noReply'],
  ['waiting', 'unrated', 'unrated'],
  ['unrated', 'fixed', 'satisfied'],
  ['noReply', 'unrated', 'noReply'],
  ['refused', 'unrated', 'refused'],
  ['noReply', 'notFixed', 'notSatisfied'],
  ['satisfied', 'notFixed', 'notSatisfied'],
  ['satisfied', 'noReply', 'satisfied'],
  ['notSatisfied', 'fixed', 'notSatisfied'],
  ['fair', 'refused', 'fair'],
  ['waiting', { score: 5 }, 'satisfied'],
  ['waiting', { score: 4 }, 'satisfied'],
  ['unrated', { score: 3 }, 'fair'],
  ['noReply', { score: 2 }, 'notSatisfied'],
] as const)('%s, then %j: %s', (before, said, after) => {
  expect(opinionAfter(before, said)).toBe(after)
})

test('silence is never satisfaction', () => {
  for (const before of OPINIONS.filter((each) => each !== 'satisfied')) {
    for (const said of ['noReply', 'refused', 'unrated'] as const) expect(opinionAfter(before, said)).not.toBe('satisfied')
  }
})

const counts = fc.record(Object.fromEntries(OPINIONS.map((opinion) => [opinion, fc.nat(4)])))
test('below five answers nothing is shown, from five on every column', () => {
  fc.assert(fc.property(counts, (drawn) => {
    const shown = shownCounts(drawn)
    expect(shown === null).toBe(answersIn(drawn) < FEWEST_SHOWN)
    if (shown) expect(Object.keys(shown).sort()).toEqual([...OPINIONS].sort())
  }))
})
