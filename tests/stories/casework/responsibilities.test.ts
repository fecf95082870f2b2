import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { readSheet } from 'read-excel-file/node'
import { ulid } from 'ulid'
import writeXlsx from 'write-excel-file/node'
import { keepResponsibilities } from '../../../server/src/modules/casework'

let town: Town
let keeper: Person
let colleague: Person
let desk: Person
let waterClerk: Person
let leader: Person
beforeAll(async () => {
  town = await aTown()
  town.at(new Date('2026-11-11T02:00:00Z'))
  keeper = await town.staff('countyDispatcher', town.county)
  colleague = await town.staff('countyDispatcher', town.county)
  leader = await town.staff('countyLeader', town.county)
  desk = await town.staff('townDispatcher', town.here.townId)
  waterClerk = await town.staff('departmentStaff', town.county, 'water')
  await town.inCounty(() => keepResponsibilities([
    { code: 'W-1', unitId: 'dept-water', title: '灌溉渠系维护', basis: '水法', categories: ['water'] },
    { code: 'E-1', unitId: 'dept-energy', title: '村内用电', basis: '电力法', categories: ['power'] },
  ]))
}, 60_000)
afterAll(() => town?.stop())

const list = async (asked: object = {}) => (await desk.call('casework.listResponsibilities', asked)).items
const row = { code: 'E-1', unitId: 'dept-energy', title: '村内用电和路灯', basis: '电力法第八条', categories: ['power'] }

const routed = async (): Promise<string> => {
  const caseId = ulid()
  await (await town.villager({ villageId: town.here.villageId })).call('casework.submit', { caseId, words: '路灯不亮', category: 'power', place: { point: town.here.point } })
  await desk.call('casework.route', { caseId, unitId: 'dept-water' })
  return caseId
}

test('a row that was cited in a return stands there as it was read, though the list changes after', async () => {
  const caseId = await routed()
  await waterClerk.call('casework.returnCase', { caseId, responsibilityCode: 'E-1', reason: '是电线' })
  const saved = await keeper.call('casework.saveResponsibility', { ...row, version: 1 })
  expect(saved).toMatchObject({ version: 2, title: '村内用电和路灯', isRetired: false })
  const words = (await desk.call('casework.getCase', { caseId })).timeline.at(-1)?.words
  expect(words).toContain('村内用电（电力法）')
  expect((await leader.call('casework.listResponsibilityVersions', { code: 'E-1' })).items).toMatchObject([
    { version: 2, title: '村内用电和路灯', byName: '王建国' }, { version: 1, title: '村内用电', byName: '建县时带来' },
  ])
})

test('a retired row is neither listed nor cited, and comes back by a version more', async () => {
  await keeper.call('casework.saveResponsibility', { ...row, version: 2, isRetired: true })
  expect((await list()).map(({ code }) => code)).toEqual(['W-1'])
  expect((await list({ withRetired: true })).map(({ code }) => code)).toEqual(['E-1', 'W-1'])
  const caseId = await routed()
  expect((await waterClerk.tries('casework.returnCase', { caseId, responsibilityCode: 'E-1', reason: '是电线' })).code).toBe('casework.unknownResponsibility')
  expect(await keeper.call('casework.saveResponsibility', { ...row, version: 3 })).toMatchObject({ version: 4, isRetired: false })
  expect((await list({ unitId: 'dept-energy', category: 'power' })).map(({ code }) => code)).toEqual(['E-1'])
})

test('of two who change or add one row at once, one does; a repeat under the same key is the same', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { version } = (await list({ words: 'E-1' }))[0]!
    const tries = [keeper, colleague].map((each, at) => each.tries('casework.saveResponsibility', { ...row, version, title: `用电${round}${at}` }))
    expect((await Promise.all(tries)).map(({ code }) => code).sort()).toEqual(['casework.responsibilityChanged', 'ok'])
    const added = [keeper, colleague].map((each) => each.tries('casework.saveResponsibility', { ...row, version: 0, code: `N-${round}` }))
    expect((await Promise.all(added)).map(({ code }) => code).sort()).toEqual(['casework.responsibilityChanged', 'ok'])
  }
  const key = ulid()
  const send = () => keeper.call('casework.saveResponsibility', { ...row, version: 0, code: 'K-1' }, { key })
  expect(await send()).toEqual(await send())
  expect((await keeper.call('casework.listResponsibilityVersions', { code: 'K-1' })).items).toHaveLength(1)
})

test.each([
  ['a unit that does not exist', { unitId: 'no-such' }, 'region.unknownUnit', 'unitId'],
  ['a category that does not exist', { categories: ['moon'] }, 'casework.unknownCategory', 'categories'],
  ['no title', { title: ' ' }, 'core.badInput', 'title'],
  ['a code with a blank', { code: 'A 1' }, 'core.badInput', 'code'],
])('refused: %s', async (_, change, code, field) => {
  expect((await keeper.tries('casework.saveResponsibility', { ...row, code: 'Z-1', version: 0, ...change })).error).toMatchObject({ code, field })
})

const sendFile = async (bytes: Buffer, who = keeper): Promise<{ status: number; output: OutputOf<'casework.readResponsibilityFile'> & { code?: string; message?: string } }> => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), '清单.xlsx')
  const answer = await fetch(`${town.url}/api/casework.readResponsibilityFile`, { method: 'POST', body: form, headers: { authorization: `Bearer ${who.token}`, 'idempotency-key': ulid() } })
  return { status: answer.status, output: await answer.json() as never }
}
const sheet = (lines: string[][]): Promise<Buffer> => writeXlsx(lines.map((cells) => cells.map((value) => ({ type: String, value })))).toBuffer()

test('taken out, changed and brought in again: each row says what would become of it, and only that is saved', async () => {
  const { base64 } = await leader.call('casework.exportResponsibilities', {})
  const out = (await readSheet(Buffer.from(base64, 'base64'))) as string[][]
  expect(out[0]).toEqual(['编号', '单位', '事项', '依据', '类别', '状态'])
  const w1 = out.find(([code]) => code === 'W-1')!
  expect(w1[4]).toBe('饮水灌溉')
  const lines = out.map((cells) => (cells[0] === 'W-1' ? ['W-1', cells[1]!, '渠系和机井', cells[3]!, cells[4]!, cells[5]!] : cells.map(String)))
  lines.push(['NEW-1', w1[1]!, '水质检测', '生活饮用水标准', '饮水灌溉', '在用'], ['NEW-2', '月亮局', '月亮', '无', '', ''], ['NEW-1', w1[1]!, '又一行', '无', '', ''], ['NEW-3', w1[1]!, '水', '无', '天象', ''])
  const { status, output } = await sendFile(await sheet(lines))
  expect(status).toBe(200)
  const told = output.rows.filter(({ fate }) => fate !== 'same')
  expect(told.map(({ code, fate, problem }) => [code, fate, problem])).toEqual([
    ['W-1', 'changed', undefined], ['NEW-1', 'new', undefined], ['NEW-2', 'wrong', '没有叫“月亮局”的单位'], ['NEW-1', 'wrong', '这个编号在文件里有两行'], ['NEW-3', 'wrong', '没有“天象”这个类别'],
  ])
  const rows = told.filter(({ fate }) => fate !== 'wrong').map(({ code, version, unitId, title, basis, categories, isRetired }) => ({ code, version, unitId, title, basis, categories, isRetired }))
  expect(await keeper.call('casework.importResponsibilities', { rows })).toEqual({ saved: 2 })
  expect((await list({ words: '渠系和机井' })).map(({ code, version }) => [code, version])).toEqual([['W-1', 2]])
  expect((await keeper.tries('casework.importResponsibilities', { rows: [{ ...rows[1]!, code: 'ALL-OR-NONE', version: 0 }, rows[0]!] })).code).toBe('casework.responsibilityChanged')
  expect(await list({ words: 'ALL-OR-NONE' })).toEqual([])
  expect((await sendFile(await sheet([['编号', '事项'], ['A', 'B']]))).output).toMatchObject({ code: 'casework.columnsMissing' })
  expect((await sendFile(Buffer.from('PK\u0003\u0004 not a workbook'))).output.message).toMatch(/[一-鿿]/)
})

test('what begins like a formula, or holds what no workbook can, comes out as words and goes in as it was', async () => {
  await keeper.call('casework.saveResponsibility', { ...row, code: 'F-1', version: 0, title: '=1+1 的事' })
  const { base64 } = await leader.call('casework.exportResponsibilities', {})
  const out = (await readSheet(Buffer.from(base64, 'base64'))) as string[][]
  expect(out.find(([code]) => code === 'F-1')?.[2]).toBe("'=1+1 的事")
  const { output } = await sendFile(await sheet(out.map((cells) => cells.map(String))))
  expect(output.rows.find(({ code }) => code === 'F-1')).toMatchObject({ fate: 'same' })
})

test('nobody but the county’s keeper changes it', async () => {
  for (const person of [leader, desk, waterClerk]) expect((await person.tries('casework.saveResponsibility', { ...row, version: 0, code: 'Q-1' })).code).toBe('core.forbidden')
  expect((await sendFile(await sheet([['编号']]), desk)).status).toBe(403)
})
