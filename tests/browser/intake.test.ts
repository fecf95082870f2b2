import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { openChromium } from '../support/chromium'
import { eventually } from '../support/eventually'
import { type Desk, enterAs, offerAccounts, openDesk } from './admin-desk'

let town: Town
let browser: Browser
let dispatcher: Person
let member: Person
let desk: Desk
let code = ''
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** A button just enabled is on its way from grey: looked at once it has arrived. */
const axe = async (page: Page, name: string): Promise<string[]> => {
  await page.waitForTimeout(400)
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.target.join(' ')}`)
}
const isCut = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

beforeAll(async () => {
  town = await aTown()
  browser = await openChromium()
  dispatcher = await town.staff('townDispatcher', town.here.townId)
  member = await town.staff('gridMember', town.here.gridId)
  offerAccounts(town, [dispatcher])
  const item = { id: ulid(), name: '三社井旁路灯', kind: 'lamp' as const, villageId: town.here.villageId, point: town.here.point, category: 'power' }
  code = (await dispatcher.call('casework.addPlaceCodes', { codes: [item] })).items[0]!.code
  desk = await openDesk(browser, town)
  await enterAs(desk, '乡镇调度员')
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await town?.stop()
})

test('codes are made many at once from what is pasted, and stand on a sheet to print', async () => {
  const { page } = desk
  await page.goto(`${town.url}/admin/place-codes`)
  await page.getByRole('table', { name: '地点码' }).getByText('三社井旁路灯').waitFor()
  expect(await axe(page, 'codes')).toEqual([])
  await page.getByRole('button', { name: '做一个', exact: true }).click()
  await page.getByRole('dialog').getByText('常见的事').waitFor()
  expect(await axe(page, 'one')).toEqual([])
  await page.getByRole('button', { name: '关上' }).click()
  await page.getByRole('button', { name: '一次做多个' }).click()
  const village = (await dispatcher.call('casework.listPlaceCodes', {})).items[0]!.villageName
  await page.getByLabel('从表格里贴过来').fill(`名称\t种类\t村\n东头水井\t水井水泵\t${village}\n\t路灯\t${village}`)
  await page.getByRole('button', { name: '看看对不对' }).click()
  await page.getByText('1 行可以做，1 行要改').waitFor()
  expect(await axe(page, 'many')).toEqual([])
  await page.getByRole('button', { name: '做 1 个，去打印' }).click()
  const sheet = page.getByRole('dialog', { name: '打印地点码' })
  await sheet.getByRole('heading', { name: '东头水井' }).waitFor()
  expect(await sheet.getByRole('img').count()).toBe(1)
  expect(await axe(page, 'sheet')).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('table', { name: '地点码' }).getByText('东头水井').waitFor()
})

test('somebody scans without an account, holds a receipt, and the desk takes it in', async () => {
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage()
  await phone.goto(`${town.url}/c/${code}`)
  await phone.getByText('三社井旁路灯').waitFor()
  expect(await axe(phone, 'scan')).toEqual([])
  await phone.getByText('不登录，直接说').click()
  await phone.locator('textarea').first().fill('路灯不亮，线断了垂下来')
  expect(await axe(phone, 'nobody')).toEqual([])
  await phone.getByText('提交', { exact: true }).click()
  await phone.getByText('等核实').waitFor()
  const receipt = (await phone.locator('#query-code').textContent()) ?? ''
  expect(receipt).toMatch(/^[0-9A-Z-]{19}$/)
  expect(await axe(phone, 'receipt')).toEqual([])

  const { page } = desk
  await page.goto(`${town.url}/admin/triage`)
  await page.getByRole('region', { name: '这件反映' }).getByText('三社井旁路灯').first().waitFor()
  expect(await axe(page, 'triage')).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await isCut(page)).toBe(false)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('button', { name: '是真的，收下' }).click()
  await eventually(async () => expect((await member.call('casework.listCases', {})).items.map(({ title }) => title)).toContain('路灯不亮，线断了垂下来'))
  await phone.reload()
  await phone.getByText('核实后收下了').waitFor()
  await phone.close()
})

test('the level a rule proposed is confirmed by a person, and its list is a filter', async () => {
  const villager = await town.villager({ villageId: town.here.villageId })
  const caseId = ulid()
  await villager.call('casework.submit', { caseId, words: '后山滑坡压了水渠', place: { point: town.here.point } })
  const { page } = desk
  await page.goto(`${town.url}/admin/cases/${caseId}`)
  await page.getByText('风险较大，待确认').waitFor()
  await page.getByRole('button', { name: '定风险等级' }).click()
  await page.getByText('重大', { exact: true }).click()
  await page.getByLabel('理由').fill('下面住着三户')
  expect(await axe(page, 'risk')).toEqual([])
  await page.getByRole('button', { name: '定为“重大”' }).click()
  await page.getByText('风险重大').first().waitFor()
  await page.goto(`${town.url}/admin/cases?risk=grave`)
  await page.getByRole('table', { name: '办件' }).getByText('后山滑坡压了水渠').waitFor()
  expect(await axe(page, 'list')).toEqual([])
})

test('身边事 on a map: what is public in view, marks and rows of the same, nothing where nothing is', async () => {
  const villager = await town.villager({ villageId: town.here.villageId })
  const caseId = ulid()
  await villager.call('casework.submit', { caseId, words: '水泵坏了', category: 'water', place: { point: town.here.point } })
  await member.call('casework.accept', { caseId })
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage()
  await phone.goto(`${town.url}/m/#/features/casework/pages/public/index`)
  await phone.locator('#turn-map').click()
  await phone.getByText('这一片还没有公开的事').waitFor()
  await member.call('casework.publish', { caseId, summary: '村口的水泵坏了', isPublicPlace: true })
  await eventually(async () => expect((await town.anonymous.call('casework.listPublic', {})).items).toHaveLength(1))
  await phone.reload()
  await phone.locator('#turn-map').click()
  await phone.getByText('图上 1 件').waitFor()
  await phone.getByText('村口的水泵坏了').waitFor()
  expect(await axe(phone, 'around')).toEqual([])
  await phone.close()
  expect(desk.complaints).toEqual([])
})
