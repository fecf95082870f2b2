import { describe, expect, test } from '@jest/globals'
import { readMoment } from './moment'
import { wordsOf, type Cell } from '../file/cell'
import { readRow } from './read-row'
import { firstSource, suggestColumns, type Columns } from './source'
import { agrees } from './states'

const NOW = new Date('2026-11-22T02:00:00Z')
const headers = ['工单编号', '诉求内容', '姓名', '来电号码', '来电时间', '办理时限', '诉求类别', '紧急程度', '所属村']
const columns: Columns = suggestColumns(headers)
const table = { headers, columns, rules: firstSource, categories: new Set(['road', 'water']), now: NOW }
const row = (over: Record<string, Cell> = {}): Cell[] => {
  const usual: Record<string, Cell> = { 工单编号: 'GS001', 诉求内容: '路上有坑', 姓名: '王五', 来电号码: '13900001111', 来电时间: '2026-11-21 08:30', 办理时限: '2026-11-27', 诉求类别: '道路', 紧急程度: '一般', 所属村: '太阳墩村' }
  return headers.map((header) => (header in over ? over[header] : usual[header]))
}

test('headers say by themselves which column is what, each used once; what the source knows goes first', () => {
  expect(columns).toEqual({ externalNumber: '工单编号', words: '诉求内容', name: '姓名', phone: '来电号码', occurredAt: '来电时间', due: '办理时限', category: '诉求类别', grade: '紧急程度', village: '所属村' })
  expect(suggestColumns(['*工单编号（必填）', '反映 内容', '联系电话:'])).toMatchObject({ externalNumber: '*工单编号（必填）', words: '反映 内容', phone: '联系电话:' })
  expect(suggestColumns(['甲', '工单编号', '诉求内容'], { words: '甲', phone: '没有这一列' })).toEqual({ words: '甲', externalNumber: '工单编号' })
  expect(suggestColumns(['', '备注', '序号'])).toEqual({})
})

test('a row becomes an order, in the time of the place, its limit running to the end of the day', () => {
  expect(readRow(row(), table)).toEqual({
    order: {
      externalNumber: 'GS001', words: '路上有坑', name: '王五', phone: '13900001111', occurredAt: '2026-11-21T00:30:00.000Z', due: '2026-11-27T15:59:59.000Z',
      category: 'road', grade: 'normal', village: '太阳墩村',
    },
    problems: [],
  })
})

describe('what is wrong is said at its column', () => {
  test.each([
    ['工单编号', '', '是空的', true],
    ['工单编号', '有 = 号', '不像编号', true],
    ['工单编号', 2026112200000001000, '末尾已经变成 0', true],
    ['诉求内容', ' ', '是空的', true],
    ['办理时限', '下周三', '不是能认的日期', true],
    ['办理时限', '2026-02-30', '不是能认的日期', true],
    ['办理时限', '2026-11-20', '已经过了', false],
    ['来电时间', '昨天', '不是能认的日期', false],
    ['来电号码', '12345', '不是 11 位手机号', false],
    ['诉求类别', '天象', '还没有对上本县的类别', false],
    ['紧急程度', '不好说', '不认得', false],
    ['紧急程度', 'constructor', '不认得', false],
    ['诉求类别', '__proto__', '还没有对上', false],
    ['诉求内容', '长'.repeat(1001), '只带进了前 1000 字', false],
    ['姓名', '名'.repeat(30), '只带进了前 20 字', false],
  ])('%s of %s', (column, cell, said, isError) => {
    const { order, problems } = readRow(row({ [column]: cell as Cell }), table)
    expect(problems.map((each) => [each.column, each.isError])).toEqual([[column, isError]])
    expect(problems[0]?.text).toContain(said)
    expect(order === undefined).toBe(isError)
  })

  test('every fault of a row at once, not the first only', () => {
    expect(readRow(row({ 工单编号: '', 诉求内容: '', 办理时限: '?' }), table).problems).toHaveLength(3)
  })
})

test.each([
  ['乡村道路/道路', 'road'], ['道路-路面破损', 'road'], ['供水>停水', 'water'], ['停电', undefined],
])('a category of several steps (%s) is known by any of them: %s', (said, category) => {
  expect(readRow(row({ 诉求类别: said }), table).order?.category).toBe(category)
})

test('of two numbers in one cell the first that is one is kept', () => {
  expect(readRow(row({ 来电号码: '无、0933-3456789；13900001111' }), table).order?.phone).toBe('09333456789')
})

test.each<[Cell, string]>([
  [13900001111, '13900001111'], [1e20, '100000000000000000000'], [new Date('2026-11-21T08:30:00Z'), '2026-11-21 08:30:00'], [new Date('2026-11-21T00:00:00Z'), '2026-11-21'], [true, '是'], [null, ''], ['  =1+1 ', '=1+1'],
])('the cell %p says %s', (cell, words) => expect(wordsOf(cell)).toBe(words))

test.each([
  ['2026-11-22 17:00', 'auto', '2026-11-22T09:00:00.000Z'],
  ['2026/1/2 3:04:05', 'auto', '2026-01-01T19:04:05.000Z'],
  ['2026年11月22日17时30分', 'auto', '2026-11-22T09:30:00.000Z'],
  ['２０２６．１１．２２', 'auto', '2026-11-21T16:00:00.000Z'],
  ['20261122', 'auto', '2026-11-21T16:00:00.000Z'],
  ['20261122173000', 'auto', '2026-11-22T09:30:00.000Z'],
  ['03/04/2026', 'dmy', '2026-04-02T16:00:00.000Z'],
  ['03/04/2026', 'mdy', '2026-03-03T16:00:00.000Z'],
  ['2026-03-04', 'dmy', '2026-03-03T16:00:00.000Z'],
  ['03/04/2026', 'auto', null],
  ['2026-13-01', 'auto', null],
  ['2026-11-22 25:00', 'auto', null],
  ['1900-01-01', 'auto', null],
  ['', 'auto', null],
] as const)('%s read as %s is %s', (said, format, at) => expect(readMoment(said, { format })?.toISOString() ?? null).toBe(at))

test.each([
  ['pending', 'issued', true], ['pending', 'signed', false], ['accepted', 'issued', false], ['handling', 'signed', true],
  ['answered', 'replied', true], ['closed', 'closed', true], ['declined', 'returned', true], ['declined', 'issued', false],
] as const)('a case that is %s and an order that is %s agree: %s', (state, theirs, isSame) => {
  expect(agrees({ state, isReopened: false }, theirs)).toBe(isSame)
})

test('of a reopened case the platform may still say that it was answered', () => {
  expect([true, false].map((isReopened) => agrees({ state: 'handling', isReopened }, 'replied'))).toEqual([true, false])
})
