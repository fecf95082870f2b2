import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import iconv from 'iconv-lite'
import { readSheet } from 'read-excel-file/node'
import { ulid } from 'ulid'
import writeXlsx from 'write-excel-file/node'
import { regionById } from '../../../server/src/modules/region'
import { rowsOf } from '../../concurrency/rows'
import { sendFile } from './desk'

let town: Town
let dispatcher: Person
let centre: Person
let village: string

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  town.at(new Date('2026-11-23T02:00:00Z'))
  dispatcher = await town.staff('townDispatcher', town.here.townId)
  centre = await town.staff('countyDispatcher', town.county)
  village = await town.inCounty(async () => regionById(town.here.villageId)!.name)
}, 60_000)
afterAll(() => town?.stop())

const HEAD = ['工单编号', '诉求内容', '来电人', '来电号码', '办理时限', '诉求类别', '所属村', '紧急程度']
const line = (number: string, over: Partial<Record<string, string>> = {}): string[] => {
  const usual: Record<string, string> = { 工单编号: number, 诉求内容: '路上有坑', 来电人: '赵桂兰', 来电号码: '13900001111', 办理时限: '2026-12-20', 诉求类别: '道路', 所属村: village, 紧急程度: '一般' }
  return HEAD.map((header) => over[header] ?? usual[header] ?? '')
}
const csv = (lines: string[][]): Buffer => iconv.encode([HEAD, ...lines].map((cells) => cells.join(',')).join('\r\n'), 'gbk')
const xlsx = (lines: string[][]): Promise<Buffer> => writeXlsx([HEAD, ...lines].map((cells) => cells.map((value) => ({ type: String, value })))).toBuffer()

const preview = (bytes: Buffer, fields: object = {}) => sendFile(town, dispatcher, { operation: 'hotline.previewImport', bytes, fields: { source: '12345', ...fields } })
const importing = (bytes: Buffer, { who = dispatcher, ...fields }: Record<string, unknown> = {}) =>
  sendFile(town, (who as Person), { operation: 'hotline.importOrders', bytes, fields: { importId: ulid(), source: '12345', version: '1', ...(fields as Record<string, string>) } })
const casesOf = async (...numbers: string[]) => (await rowsOf('cases')).filter(({ outside }) => numbers.includes((outside as { number: string } | undefined)?.number ?? ''))

test('a preview shows rows as they would become cases, callers masked, faults by row and column, and keeps nothing', async () => {
  const file = await xlsx([line('A001'), line('', { 办理时限: '随便' }), line('A003', { 诉求类别: '天象', 来电号码: '1' }), line('A001', { 诉求内容: '另一件事' })])
  const { status, output } = await preview(file)
  expect(status).toBe(200)
  expect(output).toMatchObject({ total: 4, good: 2, version: 1, columns: { externalNumber: '工单编号', words: '诉求内容', village: '所属村' }, unknownCategories: [{ word: '天象', count: 1 }] })
  expect(output.rows[0]).toMatchObject({ row: 2, externalNumber: 'A001', words: '路上有坑', caller: '赵** 139****1111', categoryLabel: '道路桥涵', problems: [] })
  expect(output.problems.map(({ row, problems }) => [row, problems.map(({ column, isError }) => [column, isError])])).toEqual([
    [3, [['工单编号', true], ['办理时限', true]]],
    [4, [['诉求类别', false], ['来电号码', false]]],
    [5, [['工单编号', true]]],
  ])
  expect(output.problems[2]?.problems[0]?.text).toContain('第 2 行')
  expect(await rowsOf('hotline_orders')).toEqual([])
  expect(JSON.stringify(await rowsOf('journal'))).not.toContain('路上有坑')
})

test('good rows are imported though others fail; each says what became of it, and in Excel as well', async () => {
  const bytes = csv([line('B001'), line(''), line('B003', { 紧急程度: '紧急', 诉求内容: '=HYPERLINK("http://x")' })])
  const { status, output } = await importing(bytes, { fileName: '本周.csv' })
  expect(status).toBe(200)
  expect(output).toMatchObject({ total: 3, upTo: 3, counts: { filed: 2, known: 0, differs: 0, failed: 1 }, rows: [{ row: 3, outcome: 'failed' }] })
  const [plain, urgent] = await casesOf('B001', 'B003')
  expect(plain).toMatchObject({ channel: 'hotline', filedById: dispatcher.id, category: 'road', grade: 'normal', place: { villageId: town.here.villageId } })
  expect(urgent).toMatchObject({ grade: 'urgent', words: '=HYPERLINK("http://x")' })

  const { fileName, base64 } = await dispatcher.call('hotline.downloadImport', { importId: output.importId })
  expect(fileName).toBe('导入结果-本周.xlsx')
  const table = await readSheet(Buffer.from(base64, 'base64'))
  expect(table.slice(1).map(([row, number, outcome, , column]) => [row, number, outcome, column])).toEqual([
    [2, 'B001', '已立件', null], [3, null, '没有导入', '工单编号'], [4, 'B003', '已立件', null],
  ])
  expect((await centre.tries('hotline.downloadImport', { importId: output.importId })).code).toBe('core.notFound')
})

test('the same file again changes nothing; other content under a known number is listed and not taken over', async () => {
  const before = await rowsOf('cases')
  const again = await importing(csv([line('B001')]))
  expect(again.output.counts).toEqual({ filed: 0, known: 1, differs: 0, failed: 0 })
  const changed = await importing(csv([line('B001', { 诉求内容: '坑更大了' })]))
  expect(changed.output).toMatchObject({ counts: { filed: 0, known: 0, differs: 1, failed: 0 }, rows: [{ row: 2, outcome: 'differs' }] })
  expect(await rowsOf('cases')).toEqual(before)
})

test('one file sent by two people at once makes each order once', async () => {
  const lines = Array.from({ length: 15 }, (_, n) => line(`C${100 + n}`, { 来电号码: `1380000${1000 + n}` }))
  const both = await Promise.all([importing(csv(lines)), importing(csv(lines), { who: centre })])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  const counts = both.map(({ output }) => output.counts)
  expect(counts.reduce((sum, each) => sum + each.filed, 0)).toBe(15)
  expect(counts.every(({ filed, known, failed }) => filed + known === 15 && failed === 0)).toBe(true)
  expect(await casesOf(...lines.map(([number = '']) => number))).toHaveLength(15)
}, 60_000)

test('a part that is sent again is not noted twice, and another file under the same import is refused', async () => {
  const importId = ulid()
  const bytes = csv([line('D001'), line('D002')])
  const first = await importing(bytes, { importId })
  const again = await importing(bytes, { importId })
  expect([first.output, again.output].map(({ upTo, counts }) => [upTo, counts.filed])).toEqual([[2, 2], [2, 2]])
  const other = await importing(csv([line('D003')]), { importId })
  expect([other.status, other.error.code]).toEqual([409, 'hotline.otherFile'])
  expect((await dispatcher.call('hotline.listImports', {})).items[0]).toMatchObject({ importId, total: 2, upTo: 2 })
})

test.each([
  ['earlier than ours', '2026-11-24', 'normal', '2026-11-24T15:59:59.000Z'],
  ['later than ours', '2027-03-01', 'normal', null],
  ['earlier, for something urgent', '2026-11-23 12:00', 'urgent', '2026-11-23T04:00:00.000Z'],
])('a limit of the platform %s: the earlier one binds', async (name, due, grade, bound) => {
  const number = `E-${Buffer.from(name).toString('hex').slice(0, 20)}`
  await importing(csv([line(number, { 办理时限: due, 紧急程度: grade === 'urgent' ? '紧急' : '一般' })]))
  const [made] = await casesOf(number)
  const redAt = (made!.redAt as Date).toISOString()
  if (bound) expect(redAt).toBe(bound)
  else expect(Date.parse(redAt)).toBeLessThan(Date.parse(due))
})

test('no later step makes the limit longer than the platform’s', async () => {
  await importing(csv([line('F001', { 办理时限: '2026-11-25' })]))
  const [made] = await casesOf('F001')
  const caseId = made!._id as unknown as string
  const bound = '2026-11-25T15:59:59.000Z'
  expect((await dispatcher.call('casework.route', { caseId, category: 'other' })).redAt).toBe(bound)
  const secretary = await town.staff('villageSecretary', town.here.villageId)
  expect((await secretary.call('casework.accept', { caseId })).redAt).toBe(bound)
  expect((await dispatcher.call('casework.route', { caseId, category: 'road' })).redAt).toBe(bound)
})

test('columns and words of a source are kept as a version; what was previewed is what is imported', async () => {
  const [source] = (await centre.call('hotline.listSources', {})).items
  const { code, name, version, dateFormat, gradeWords } = source!
  const rules = { code, name, dateFormat, gradeWords, columns: { externalNumber: '编码', words: '说了啥' }, categoryWords: { 天象: 'other' } }
  expect((await dispatcher.tries('hotline.saveSource', { ...rules, version })).code).toBe('core.forbidden')
  expect((await centre.tries('hotline.saveSource', { ...rules, version, categoryWords: { 天象: 'nonsense' } })).code).toBe('casework.unknownCategory')
  const both = await Promise.all([1, 2].map(() => centre.tries('hotline.saveSource', { ...rules, version })))
  expect(both.map((each) => each.code).sort()).toEqual(['hotline.staleSource', 'ok'])

  expect((await importing(csv([line('G001')]))).error.code).toBe('hotline.staleSource')
  const file = Buffer.from('编码,说了啥,诉求类别\nG001,天上有洞,天象\n')
  expect((await preview(file)).output).toMatchObject({ version: version + 1, good: 1, rows: [{ categoryLabel: '其他' }] })
  expect((await importing(file, { version: String(version + 1) })).output.counts.filed).toBe(1)
})

test('a file without the needed columns, none at all, and who may not', async () => {
  expect((await preview(Buffer.from('甲,乙\n1,2\n'))).output).toMatchObject({ total: 0, headers: ['甲', '乙'], columns: {} })
  expect((await importing(Buffer.from('甲,乙\n1,2\n'), { version: '2' })).error.code).toBe('hotline.columnsMissing')
  expect((await dispatcher.tries('hotline.previewImport', { source: '12345' })).code).toBe('hotline.noFile')
  const member = await town.staff('gridMember', town.here.gridId)
  expect((await sendFile(town, member, { operation: 'hotline.previewImport', bytes: csv([]), fields: { source: '12345' } })).error.code).toBe('core.forbidden')
})

test('a village that is not known goes to the township whose clerk brought it, or that it names; else to the county', async () => {
  const names = await town.inCounty(async () => ({ here: regionById(town.here.townId)!.name, there: regionById(town.there.townId)!.name }))
  const rows = (which: string) => Buffer.from(`编码,说了啥,所属村,地址\n${which}1,灯坏了,没有这个村,桥头\n${which}2,灯坏了,,${names.there}街上\n`)
  await importing(rows('H'), { version: '2' })
  await importing(rows('I'), { version: '2', who: centre })
  const [mine, theirs] = await casesOf('H1', 'H2')
  expect(mine).toMatchObject({ place: { by: 'desk', townId: town.here.townId, words: '没有这个村 桥头' }, regionPath: `${town.county}/${town.here.townId}/` })
  expect(theirs).toMatchObject({ place: { by: 'words', townId: town.there.townId }, regionPath: `${town.county}/${town.there.townId}/` })
  expect((await dispatcher.call('casework.listCases', { mine: true, limit: 100 })).items.map(({ id }) => id)).toContain(mine!._id)
  const [nowhere, named] = await casesOf('I1', 'I2')
  expect(nowhere).toMatchObject({ place: { by: 'unknown' }, regionPath: `${town.county}/` })
  expect(named).toMatchObject({ place: { by: 'words', townId: town.there.townId } })
})
