import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { blanksIn, fillTemplate, READING_MS, TEMPLATE_VARIABLES, unknownVariables, whyUnread } from './templates'

const TEXT = '您反映的{编号}（{地点}）已由{办理单位}办好：【办了什么】。'

test('variables are filled, what is not known becomes a blank', () => {
  expect(fillTemplate(TEXT, { 编号: '于26-12', 办理单位: '太阳墩村' })).toBe('您反映的于26-12（【地点】）已由太阳墩村办好：【办了什么】。')
  expect(fillTemplate('｛ 编号 ｝', { 编号: '1' })).toBe('1')
})

test('what is filled in is not read as a variable again', () => {
  expect(fillTemplate('{编号}{地点}', { 编号: '{地点}', 地点: '村口' })).toBe('{地点}村口')
})

test.each([
  ['{编号}', []],
  ['{姓名}和{电话}和{姓名}', ['姓名', '电话']],
  ['{}', ['']],
  ['{__proto__}', ['__proto__']],
])('unknown in %s: %j', (text, unknown) => {
  expect(unknownVariables(text)).toEqual(unknown)
})

test('a template of known variables, all filled, has no blank left of its own', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...TEMPLATE_VARIABLES)), (names) => {
    const values = Object.fromEntries(TEMPLATE_VARIABLES.map((name) => [name, '某']))
    expect(blanksIn(fillTemplate(names.map((name) => `{${name}}`).join(''), values))).toEqual([])
  }))
})

test.each([
  ['还有【】没填', 60_000, 'blanks'],
  ['都填好了', READING_MS - 1, 'tooSoon'],
  ['都填好了', READING_MS, null],
] as const)('%s after %i ms: %s', (words, now, why) => {
  expect(whyUnread({ words, insertedAt: 0, now })).toBe(why)
})
