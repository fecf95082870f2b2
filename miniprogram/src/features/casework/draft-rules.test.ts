import { expect, test } from '@jest/globals'
import { bounded, filesOf, isSaid, type KeptDraft } from './draft-rules'

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
