import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { runJob } from '../../cron/src/runner'
import { openChromium } from '../support/chromium'
import { type Desk, enterAs, offerAccounts, openDesk } from './admin-desk'

let town: Town
let browser: Browser
let elder: Person
let member: Person
let desk: Person
const desks: Desk[] = []

const open = async (path: string, heading: string, look = {}): Promise<Page> => {
  const opened = await openDesk(browser, town, look)
  desks.push(opened)
  await enterAs(opened, '乡镇调度员')
  await opened.page.goto(`${town.url}/admin${path}`)
  await opened.page.getByRole('heading', { name: heading, exact: true }).waitFor()
  return opened.page
}
const axe = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).exclude('.ant-message').analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)

const accepted = async (words: string): Promise<string> => {
  const caseId = ulid()
  await elder.call('casework.submit', { caseId, words, category: 'power', place: { point: town.here.point } })
  await member.call('casework.accept', { caseId })
  return caseId
}

/** Filed two weeks ago and left alone until red: the owner moves by itself. */
const overdue = async (names: readonly string[]): Promise<string[]> => {
  const now = Date.now()
  town.at(new Date(now - 14 * 86_400_000))
  const ids: string[] = []
  for (const words of names) ids.push(await accepted(words))
  const { redAt } = await member.call('casework.getCase', { caseId: ids[0]! })
  town.at(new Date(Date.parse(redAt!) + 60_000))
  await runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })
  // A browser's cookies end by the real clock: what follows happens now, when the feedback is late as well.
  town.at(new Date(now))
  return ids
}

beforeAll(async () => {
  town = await aTown()
  browser = await openChromium()
  elder = await town.villager({ name: '赵桂兰', villageId: town.here.villageId, phone: '13900001111' })
  member = await town.staff('gridMember', town.here.gridId)
  desk = await town.staff('townDispatcher', town.here.townId)
  offerAccounts(town, [desk])
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await town?.stop()
})

test('feedback is given by keyboard alone, out of the list, and the row then waits for the result', async () => {
  const [caseId] = await overdue(['村口路灯不亮'])
  const page = await open('/supervisions', '督办')
  await page.getByRole('row', { name: /村口路灯不亮/ }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('button', { name: '交督办反馈' }).press('Enter')
  await page.keyboard.type('灯头没货')
  await page.keyboard.press('Tab')
  await page.keyboard.type('县城调货')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('.ant-select-item-option-active').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await drawer.getByText(/督办反馈，答应 .* 前办好/).waitFor()
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await page.getByRole('row', { name: /村口路灯不亮 等结果/ }).waitFor()
  expect((await desk.call('casework.getCase', { caseId: caseId! })).supervision).toMatchObject({ awaits: 'result' })
}, 60_000)

test('results are signed one by one; what was not signed says why and the rest is signed all the same', async () => {
  const ids = await overdue(['东头停电', '西头停电', '南头停电'])
  for (const caseId of ids) await member.call('casework.answer', { caseId, words: '来电了' })
  const page = await open('/supervisions?show=signature', '督办')
  await page.getByRole('button', { name: '全选能签认的 3 件' }).click()
  await page.getByRole('button', { name: '逐件签认' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/报：来电了/).first().waitFor()
  await elder.call('casework.rate', { caseId: ids[1]!, score: 5 })
  await dialog.getByRole('button', { name: '签认这 3 件' }).click()
  await dialog.getByRole('status').getByText('已签认 2 件，1 件没签上').waitFor()
  expect(await axe(page)).toEqual([])
  expect(await dialog.getByRole('listitem').filter({ hasText: '没签上' }).count()).toBe(1)
  const signed = await Promise.all(ids.map(async (caseId) => (await desk.call('casework.getCase', { caseId })).timeline.some(({ action }) => action === 'signResult')))
  expect(signed).toEqual([true, false, true])
}, 60_000)

test('in the dispatch room a new case appears by itself and is given to somebody by keyboard', async () => {
  town.at(new Date())
  const page = await open('/dispatch', '调度室')
  await page.getByRole('table', { name: '在办件数' }).waitFor()
  const caseId = ulid()
  await elder.call('casework.submit', { caseId, words: '水渠堵了', category: 'water', place: { point: town.here.point } })
  const row = page.getByRole('row', { name: /水渠堵了/ })
  await row.waitFor()
  const rows = page.getByRole('table', { name: '等着派的' }).getByRole('row')
  expect(await rows.nth(1).innerText()).toContain('水渠堵了')
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio').last().waitFor()
  await dialog.getByRole('radio', { name: /乡镇调度员/ }).press(' ')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  expect((await desk.call('casework.getCase', { caseId })).handler.personId).toBe(desk.id)
  await page.getByRole('link', { name: /待受理 1 件/ }).first().waitFor()
}, 60_000)

test('at a phone’s width nothing is cut off, in the dark nothing is unreadable, and no page complained', async () => {
  for (const [path, heading] of [['/supervisions', '督办'], ['/dispatch', '调度室']] as const) {
    const page = await open(path, heading, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await axe(page)).toEqual([])
  }
  expect(desks.flatMap(({ complaints }) => complaints)).toEqual([])
}, 60_000)
