import { afterAll, beforeAll, expect, test } from '@jest/globals'
import readXlsx from 'read-excel-file/node'
import { ulid } from 'ulid'
import { MOST_ROWS } from '@xiangli/shared/core/sheet'
import { SHEET_LISTS } from '@xiangli/shared/sheet/lists'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { Cases } from '../../../server/src/modules/casework/case.model'

let town: Town
let villager: Person
let desk: Person
let centre: Person

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  villager = await town.villager({ name: '赵桂兰', villageId: town.here.villageId, phone: '13900001111' })
  desk = await town.staff('townDispatcher', town.here.townId)
  centre = await town.staff('countyDispatcher', town.county)
}, 60_000)
afterAll(() => town?.stop())

const bookOf = async (base64: string): Promise<unknown[][][]> => {
  const sheets = (await readXlsx(Buffer.from(base64, 'base64'))) as unknown as { data: unknown[][] }[]
  return sheets.map(({ data }) => data)
}
const submit = async (words: string): Promise<string> => {
  const caseId = ulid()
  await villager.call('casework.submit', { caseId, words, place: { point: town.here.point } })
  return caseId
}

test('a list is taken along as it is shown: its conditions, its masks, its hours; and that it was is in the journal', async () => {
  town.at(new Date('2026-11-11T02:30:00Z'))
  const words = ['=HYPERLINK("x","点我")', '+86 打不通', '@所有人 路塌了', '\u0001-1 水渠']
  for (const each of words) await submit(each)
  const closed = await submit('已经好了')
  await villager.call('casework.withdraw', { caseId: closed })

  const { fileName, base64, rows, more } = await desk.call('sheet.download', { list: 'casework.listCases', input: { states: ['pending'] } })

  expect([fileName, rows, more]).toEqual(['办件-20261111-1030.xlsx', 4, false])
  const [list, notes] = await bookOf(base64)
  const [head, ...body] = list!
  const column = (title: string) => body.map((row) => row[head!.indexOf(title)])
  expect(column('事项').map(String).sort()).toEqual(["'+86 打不通", "'-1 水渠", "'=HYPERLINK(\"x\",\"点我\")", "'@所有人 路塌了"].sort())
  expect(new Set(column('反映人'))).toEqual(new Set(['赵**']))
  expect(column('收到')[0]).toEqual(new Date('2026-11-11T10:30:00Z'))
  expect(JSON.stringify(list)).not.toMatch(/赵桂兰|13900001111/)
  expect(JSON.stringify(notes)).toContain('王建国')

  const [row] = (await desk.call('journal.listEntries', { operation: 'sheet.download' })).items
  expect(row).toMatchObject({ actor: { id: desk.id }, reason: '办件，4 行', regionId: town.here.townId })
  town.at(null)
})

test('the same tap sent twice is one row of the journal', async () => {
  const key = ulid()
  const asked = { list: 'casework.listSupervisions' as const, input: { mine: true } }
  await desk.call('sheet.download', asked, { key })
  await desk.call('sheet.download', asked, { key })
  const { items } = await desk.call('journal.listEntries', { operation: 'sheet.download' })
  expect(items.filter(({ reason }) => reason?.startsWith('督办'))).toHaveLength(1)
})

test('a condition the list would refuse is refused with its field, and a list one may not see is forbidden', async () => {
  expect(await desk.tries('sheet.download', { list: 'casework.listCases', input: { grade: 'soon' } })).toMatchObject({ code: 'core.badInput', error: { field: 'grade' } })
  expect((await desk.tries('sheet.download', { list: 'calendar.listVersions' })).code).toBe('core.forbidden')
  expect((await desk.tries('sheet.download', { list: 'registry.listResidents' as never })).code).toBe('core.badInput')
  expect((await villager.tries('sheet.download', { list: 'casework.listCases' })).code).toBe('core.forbidden')
})

test('every list gives a workbook that opens, empty or not', async () => {
  const asked: Partial<Record<(typeof SHEET_LISTS)[number], object>> = {
    'casework.showSatisfaction': { month: '2026-11' },
    'casework.listOpinions': { unitId: `centre-${town.county}`, month: '2026-11', opinion: 'waiting' },
    'duty.listShifts': { unitId: `centre-${town.county}`, from: '2026-11-20', days: 7 },
    'stats.show': { period: '2026-11' },
    'stats.listCases': { period: '2026-11', figure: 'received' },
    'handover.listPast': { unitId: `centre-${town.county}` },
  }
  for (const list of SHEET_LISTS) {
    const { base64, fileName } = await centre.call('sheet.download', { list, input: { ...asked[list] } })
    expect(fileName).toMatch(/^[\u4e00-\u9fff\d]+-\d{8}-\d{4}\.xlsx$/)
    expect((await bookOf(base64))[0]![0]!.length).toBeGreaterThan(2)
  }
}, 60_000)

test(`more than ${MOST_ROWS} rows stop there, and the sheet says so after its last row`, async () => {
  await town.inCounty(async () => {
    const [{ _id: _one, serial: _two, ...record }] = (await Cases.list({}, { limit: 1 })) as [Awaited<ReturnType<typeof Cases.need>>]
    await Cases.addMany(Array.from({ length: MOST_ROWS }, (_, at) => ({ ...record, _id: ulid(), serial: `量-${at}` })) as never)
  })
  const { base64, rows, more } = await centre.call('sheet.download', { list: 'casework.listCases', input: { sort: 'newest' } })
  expect([rows, more]).toEqual([MOST_ROWS, true])
  const [list] = await bookOf(base64)
  expect(list!.length).toBe(MOST_ROWS + 2)
  expect(String(list!.at(-1)![0])).toContain(`前 ${MOST_ROWS} 行`)
}, 120_000)
