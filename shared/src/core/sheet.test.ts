import { expect, test } from '@jest/globals'
import { sheetWords } from './sheet'

test.each(['=1+1', '+86', '-1', '@name', '\tx', '\r=1', '\n=1', '＝1+1', '＋1'])('%j cannot run as a formula', (words) => {
  expect(sheetWords(words)).toBe(`'${words}`)
})

test.each([
  ['路塌了，"很深", 危险', '路塌了，"很深", 危险'],
  ['第一行\n第二行', '第一行\n第二行'],
  ['\u0000=1', "'=1"],
  ['坏\u0008了\u001f', '坏了'],
  ['半个字\ud800', '半个字'],
  ['3-1=2', '3-1=2'],
])('%j is written as %j', (words, written) => {
  expect(sheetWords(words)).toBe(written)
})
