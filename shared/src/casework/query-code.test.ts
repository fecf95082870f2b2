import { expect, test } from '@jest/globals'
import { normalCode, spacedCode, toLetters } from './query-code'

test.each([
  ['7K2Q9F3MABCD0123', '7K2Q9F3MABCD0123'],
  ['7k2q-9f3m abcd—0123', '7K2Q9F3MABCD0123'],
  ['７Ｋ２Ｑ9F3MABCDOIL3', '7K2Q9F3MABCD0113'],
  ['7K2Q9F3MABCD012', null],
  ['7K2Q9F3MABCDU123', null],
  ['', null],
])('%s is %s', (said, code) => {
  expect(normalCode(said)).toBe(code)
})

test('bytes make letters of five bits each, the same for the same bytes', () => {
  expect(toLetters(new Uint8Array([255, 255, 255, 255, 255]), 8)).toBe('ZZZZZZZZ')
  expect(toLetters(new Uint8Array([0, 0, 0, 0, 31]), 8)).toBe('0000000Z')
  expect(toLetters(new Uint8Array(16).fill(255), 26)).toBe(`7${'Z'.repeat(25)}`)
  expect(spacedCode('7K2Q9F3MABCD0123')).toBe('7K2Q-9F3M-ABCD-0123')
})
