import { expect, test } from '@jest/globals'
import { settingsOf } from '@xiangli/shared/casework/settings/as-type'
import { numberAt, numberRows } from '@xiangli/shared/casework/settings/numbers'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { readDraft, withCategory, withMoved, withNumber, withOneMore, withoutCategory } from './settings-draft'

const draft = { version: 3, settings: settingsOf(complaint) }
const codes = ({ settings }: typeof draft) => settings.categories.map(({ code }) => code)

test('a draft comes back from its own words, and broken words are no draft', () => {
  expect(readDraft(JSON.stringify(draft))).toEqual(draft)
  for (const words of ['', '{', '{}', '{"version":1}', '[]', 'null']) expect(readDraft(words)).toBeNull()
})

test('a field that is emptied is gone, the rest stays', () => {
  const changed = withCategory(draft, 0, { department: undefined, label: '路' })
  expect(changed.settings.categories[0]).not.toHaveProperty('department')
  expect(changed.settings.categories[0]).toMatchObject({ code: 'road', label: '路' })
  expect(changed.settings.categories.slice(1)).toEqual(draft.settings.categories.slice(1))
})

test('one more stands at the end, is moved up, and is taken away again', () => {
  const more = withOneMore(draft)
  const last = codes(more).length - 1
  expect(codes(withMoved(more, last, -1)).slice(-2)).toEqual([`kind${last + 1}`, 'other'])
  expect(withoutCategory(more, last)).toEqual(draft)
})

test.each(numberRows.map(({ field }) => [field]))('%s is set where it is read', (field) => {
  const changed = withNumber(draft, field, 99)
  expect(numberAt(changed.settings, field)).toBe(99)
  expect(withNumber(changed, field, numberAt(draft.settings, field))).toEqual(draft)
})
