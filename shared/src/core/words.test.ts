import { expect, test } from '@jest/globals'
import { cut } from './words'

test.each([
  ['水渠', 5, '水渠'],
  ['水渠盖板断了', 2, '水渠'],
  ['𠮷野家', 1, ''],
  ['𠮷野家', 2, '𠮷'],
  ['修😀了', 2, '修'],
  ['', 3, ''],
])('%s cut to %i is %s', (words, most, expected) => {
  expect(cut(words, most)).toBe(expected)
})
