import { expect, test } from '@jest/globals'
import { bounded, filesOf, isSaid, type KeptDraft, personProblem } from './draft-rules'

const DAY = 24 * 3_600_000
const NOW = 100 * DAY
const draft = (name: string, at = NOW): KeptDraft => ({ name, at, said: { words: name, photos: [] } })

test('a draft is kept for a month', () => {
  expect(bounded([draft('old', NOW - 30 * DAY), draft('new', NOW - 29 * DAY)], NOW).map(({ name }) => name)).toEqual(['new'])
})

test('the twenty written to last are kept', () => {
  const names = bounded(Array.from({ length: 22 }, (_, index) => draft(String(index))), NOW).map(({ name }) => name)
  expect([names.length, names[0], names.at(-1)]).toEqual([20, '2', '21'])
})

test('blanks alone say nothing; a voice note or a photo does', () => {
  expect(isSaid({ words: ' \n', photos: [] })).toBe(false)
  expect(isSaid({ words: '', voice: { ref: 'v', seconds: 3 }, photos: [] })).toBe(true)
  expect(filesOf({ words: '', voice: { ref: 'v', seconds: 3 }, photos: ['p'] })).toEqual(['v', 'p'])
})

test.each([
  [undefined, undefined],
  [{ name: '孙玉芬', phone: '' }, undefined],
  [{ name: '孙玉芬', phone: '13600001234' }, undefined],
  [{ name: ' ', phone: '' }, '替谁反映？请写上他的名字。'],
  [{ name: '孙玉芬', phone: '1360000' }, '他的电话不对，请填 11 位手机号，没有就空着。'],
])('for %j is said: %s', (person, problem) => {
  expect(personProblem(person)).toBe(problem)
})
