import { expect, test } from '@jest/globals'
import { MongoNetworkError, MongoServerError, Timestamp } from 'mongodb'
import { dataOf, isTokenLost, isUsable } from './follow'

const NOW = new Timestamp({ t: 0x6b023d45, i: 7 })

test.each([
  ['of an event a moment ago', true, { _data: '826B023D45000000012B022C0100296E5A1004B3' }],
  ['of long ago, which the server may refuse', true, { _data: '8200000001000000012B0229296E04' }],
  ['of a second from now', false, { _data: '826B023D46000000012B0229296E04' }],
  ['of the far future', false, { _data: '82FFFFFFF0000000012B0229296E04' }],
  ['without a time', false, { _data: '82' }],
  ['of another kind', false, { _data: 'zzzz' }],
  ['that is a number', false, { _data: 7 }],
  ['that is empty', false, {}],
  ['that is null', false, null],
  ['that is missing', false, undefined],
  ['that is a word', false, 'lost'],
])('a token %s can be asked to go on from: %s', (_what, usable, token) => {
  expect(isUsable(token, NOW)).toBe(usable)
})

test('what is no token has no data to compare by', () => {
  expect([null, undefined, 'lost', 7, {}, { _data: null }].map(dataOf)).toEqual(['', '', '', '', '', ''])
})

test('a server that answers has lost the token, one that cannot be reached has not', () => {
  expect(isTokenLost(new MongoServerError({ code: 286, message: 'history lost' }))).toBe(true)
  expect(isTokenLost(new MongoServerError({ code: 15, message: 'overflow' }))).toBe(true)
  expect(isTokenLost(new MongoServerError({ code: 11600, message: 'shutting down' }))).toBe(false)
  expect(isTokenLost(new MongoNetworkError('gone'))).toBe(false)
  expect(isTokenLost(new Error('bug'))).toBe(false)
})
