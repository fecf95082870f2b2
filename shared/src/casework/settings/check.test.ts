import { expect, test } from '@jest/globals'
import { complaint } from '../../complaint/case-type'
import { settingsOf, typeAs } from './as-type'
import { wrongIn } from './check'
import { differencesOf } from './difference'
import { numberAt, numberRows } from './numbers'
import type { CaseSettings, CategorySetting } from './shape'
import { CaseSettings as Shape } from './shape'

const before = settingsOf(complaint)
const departments = new Set(complaint.categories.flatMap(({ department }) => department ?? []))
const at = (code: string): number => before.categories.findIndex((each) => each.code === code)
const ROAD = at('road')
const MEDICAL = at('medical')

const withCategory = (code: string, change: Partial<CategorySetting>): CaseSettings => ({
  ...before,
  categories: before.categories.map((each) => (each.code === code ? { ...each, ...change } : each)),
})
const added = (category: Partial<CategorySetting>): CaseSettings =>
  ({ ...before, categories: [...before.categories, { code: 'dogs', label: '流浪犬只', grade: 'normal', ...category }] })
const NEW = before.categories.length
const fields = (settings: CaseSettings): string[] => wrongIn(settings, { before, departments }).map(({ field }) => field)

test('what the code holds is sound, and comes back from its own settings as it was', () => {
  expect(wrongIn(before, { before, departments })).toEqual([])
  expect(Shape.parse(before)).toEqual(before)
  expect(typeAs(complaint, { version: complaint.version, settings: before })).toEqual(complaint)
  expect(differencesOf(before, before, () => undefined)).toEqual([])
})

const stop = { number: '120' as const, words: '马上打 120，说清在哪里' }
const asks = (change: object) => ({ questions: [{ code: 'bitten', words: '有没有咬伤人', answers: [{ code: 'yes', label: '咬伤了', stop }, { code: 'no', label: '没有' }], ...change }] })

test.each<[string, CaseSettings, string]>([
  ['a department the county has not', withCategory('road', { department: 'moon' }), `categories.${ROAD}.department`],
  ['no name', withCategory('road', { label: '' }), `categories.${ROAD}.label`],
  ['a name of eleven characters', withCategory('road', { label: '一二三四五六七八九十一' }), `categories.${ROAD}.label`],
  ['the name of another', added({ label: '道路桥涵' }), `categories.${NEW}.label`],
  ['a code in Chinese', added({ code: '狗' }), `categories.${NEW}.code`],
  ['the code of another', added({ code: 'road' }), `categories.${NEW}.code`],
  ['accepted later than done', withCategory('road', { limits: { acceptMinutes: 420, totalMinutes: 420 } }), `categories.${ROAD}.limits.acceptMinutes`],
  ['accepted within four minutes', withCategory('road', { limits: { acceptMinutes: 4, totalMinutes: 4200 } }), `categories.${ROAD}.limits.acceptMinutes`],
  ['more than half a year', withCategory('road', { limits: { acceptMinutes: 420, totalMinutes: 126 * 420 } }), `categories.${ROAD}.limits.totalMinutes`],
  ['a limit shorter than the warning', withCategory('road', { limits: { acceptMinutes: 60, totalMinutes: 420 } }), 'warnMinutes.normal'],
  ['a radius of ten metres', withCategory('road', { radius: { villager: 10 } }), `categories.${ROAD}.radius.villager`],
  ['a word twice', withCategory('road', { words: ['桥', '桥'] }), `categories.${ROAD}.words`],
  ['an empty word', withCategory('road', { words: [''] }), `categories.${ROAD}.words`],
  ['a question without words', added(asks({ words: '' })), `categories.${NEW}.questions.0.words`],
  ['a question with one answer', added(asks({ answers: [{ code: 'no', label: '没有' }] })), `categories.${NEW}.questions.0.answers`],
  ['a question whose every answer stops', added(asks({ answers: [{ code: 'a', label: '一', stop }, { code: 'b', label: '二', stop }] })), `categories.${NEW}.questions.0.answers`],
  ['a stopper that does not say what to do', added(asks({ answers: [{ code: 'yes', label: '咬了', stop: { number: '120', words: '' } }, { code: 'no', label: '没有' }] })), `categories.${NEW}.questions.0.answers.0.stop.words`],
  ['an answer without words', added(asks({ answers: [{ code: 'yes', label: '', stop }, { code: 'no', label: '没有' }] })), `categories.${NEW}.questions.0.answers.0.label`],
  ['two answers of one code', added(asks({ answers: [{ code: 'no', label: '咬了', stop }, { code: 'no', label: '没有' }] })), `categories.${NEW}.questions.0.answers.1.code`],
  ['a question of another category’s code', added(asks({ code: before.categories[MEDICAL]!.questions![0]!.code })), `categories.${NEW}.questions.0.code`],
  ['a category that is gone', { ...before, categories: before.categories.slice(1) }, 'categories'],
  ['nothing to choose from', { ...before, categories: before.categories.map((each) => ({ ...each, isRetired: true as const })) }, 'categories'],
  ['urgent accepted after it is done', { ...before, limits: { ...before.limits, urgent: { acceptMinutes: 1440, totalMinutes: 600 } } }, 'limits.urgent.acceptMinutes'],
  ['a warning longer than the urgent limit', { ...before, warnMinutes: { normal: 420, urgent: 1440 } }, 'warnMinutes.urgent'],
])('refused at its field: %s', (_, settings, field) => {
  expect(fields(settings)).toContain(field)
  for (const { message } of wrongIn(settings, { before, departments })) expect(message).toMatch(/[一-鿿]/)
})

const set = (settings: CaseSettings, field: string, value: number): CaseSettings => {
  const [first = '', second] = field.split('.')
  const whole = settings as unknown as Record<string, unknown>
  return { ...settings, [first]: second ? { ...(whole[first] as object), [second]: value } : value } as CaseSettings
}

test.each(numberRows.map((row): [string, number, number] => [row.field, row.least, row.most]))('%s lies between %d and %d', (field, least, most) => {
  expect(fields(set(before, field, least - 1))).toContain(field)
  expect(fields(set(before, field, most + 1))).toContain(field)
  expect(fields(set(before, field, least))).not.toContain(field)
})

test('a sound change passes, and is told in words', () => {
  const change = withCategory('road', { limits: { acceptMinutes: 210, totalMinutes: 5 * 420 }, department: 'urban', isRetired: true })
  const after = { ...change, ratingDays: 10, categories: [...change.categories, { code: 'dogs', label: '流浪犬只', grade: 'urgent' as const, ...asks({}) }] }
  expect(wrongIn(after, { before, departments })).toEqual([])
  const told = differencesOf(before, after, (key) => ({ urban: '县住建局', transport: '县交通局' })[key])
  expect(told).toEqual([
    { about: '道路桥涵', field: '归哪个部门', from: '县交通局', to: '县住建局' },
    { about: '道路桥涵', field: '时限', from: '受理 1 个工作日，总共 7 个工作日', to: '受理 3.5 小时，总共 5 个工作日' },
    { about: '道路桥涵', field: '状态', from: '在用', to: '停用' },
    { about: '流浪犬只', field: '新增类别', from: '没有', to: '村（居）委会，紧急，按等级' },
    { about: '时间和次数', field: '答复后等评价', from: '7 天', to: '10 天' },
  ])
})

test('every field of the settings is told when it differs', () => {
  for (const row of numberRows) expect(differencesOf(before, set(before, row.field, numberAt(before, row.field) === row.most ? row.least : row.most), () => undefined)).toHaveLength(1)
  const words: Partial<CategorySetting>[] = [{ label: '路桥' }, { grade: 'urgent' }, { family: 'x' }, { words: [] }, { radius: { staff: 99 } }, { isPrivate: true }, { isPublishable: false }, { isRetired: true }, asks({})]
  for (const change of words) expect(differencesOf(before, withCategory('road', change), () => undefined)).toHaveLength(1)
  expect(differencesOf(before, { ...before, categories: [...before.categories].reverse() }, () => undefined)).toHaveLength(1)
  expect(differencesOf(before, { ...before, pace: { normal: 'natural', urgent: 'natural' } }, () => undefined).map(({ field }) => field)).toContain('怎样计时')
})
