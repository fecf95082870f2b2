import { expect, test } from '@jest/globals'
import { channelOf, hearersOf, normalPhone } from './channels'

test.each([
  ['138 1234 5678', '13812345678'],
  ['+86 138-1234-5678', '13812345678'],
  ['008613812345678', '13812345678'],
  ['１３８１２３４５６７８', '13812345678'],
  ['0933-332 1100', '09333321100'],
  ['(010) 6655 4433', '01066554433'],
  ['3321100', '3321100'],
  ['1381234567', null],
  ['13812345678x', null],
  ['119', null],
  ['', null],
])('the number %s is kept as %s', (said, kept) => {
  expect(normalPhone(said)).toBe(kept)
})

test('a row from before channels were kept came from its requester', () => {
  expect(channelOf({})).toBe('self')
  expect(hearersOf({ requesterId: 'li' })).toEqual(['li'])
})

test('of a caller’s request the helper hears, a clerk does not', () => {
  const caller = { requesterId: 'caller', requesterIsCaller: true as const, filedById: 'wang' }
  expect(hearersOf({ ...caller, channel: 'helper' })).toEqual(['wang'])
  expect(hearersOf({ ...caller, channel: 'phone' })).toEqual([])
  expect(hearersOf({ ...caller, channel: 'hotline' })).toEqual([])
})
