import { expect, test } from '@jest/globals'
import { LETTERS } from './letters'
import { codeFrom, codeInScan, CODE_LENGTH, normalCode, showCode } from './place-codes'

const CODE = codeFrom([3, 17, 31, 0, 8, 22, 5])

test('a code is eight letters and is known again however it is typed', () => {
  expect(CODE).toHaveLength(CODE_LENGTH)
  for (const said of [CODE, showCode(CODE), CODE.toLowerCase(), ` ${CODE.slice(0, 4)} ${CODE.slice(4)} `]) expect(normalCode(said)).toBe(CODE)
  const zeros = codeFrom([0, 1, 0, 1, 0, 1, 0])
  expect(normalCode(zeros.replace(/0/g, 'O').replace(/1/g, 'l'))).toBe(zeros)
})

test('one letter read wrongly is never another code', () => {
  for (let at = 0; at < CODE_LENGTH; at += 1) {
    for (const letter of LETTERS) {
      if (letter === CODE[at]) continue
      expect(normalCode(`${CODE.slice(0, at)}${letter}${CODE.slice(at + 1)}`)).toBeNull()
    }
  }
})

test.each([
  ['the scene of a mini-program code', { scene: CODE }],
  ['a named scene', { scene: `c%3D${CODE}` }],
  ['the address of an ordinary code', { q: encodeURIComponent(`https://example.cn/c/${CODE}`) }],
  ['the same with something behind it', { q: encodeURIComponent(`https://example.cn/c/${CODE}/?a=1`) }],
  ['the browser', { code: showCode(CODE) }],
])('%s is read', (_what, scanned) => expect(codeInScan(scanned)).toBe(CODE))

test.each([[{}], [{ scene: '%E0%A4%A' }], [{ q: 'https://example.cn/' }], [{ code: 'UUUU-UUUU' }]])('%j is no code', (scanned) => expect(codeInScan(scanned)).toBeNull())
