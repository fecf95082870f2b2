import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { keepResponsibilities } from '../../server/src/modules/casework'
import { openChromium } from '../support/chromium'
import { type Desk, enterAs, offerAccounts, openDesk } from './admin-desk'

let town: Town
let browser: Browser
let keeper: Person
const desks: Desk[] = []

const deskAt = async (path: string, heading: string, { as = '县中心调度员', ...look }: { as?: string } & object = {}): Promise<Desk> => {
  const desk = await openDesk(browser, town, look)
  desks.push(desk)
  await enterAs(desk, as)
  await desk.page.goto(`${town.url}/admin/${path}`)
  await desk.page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  return desk
}

/** An answer of the township that its head has not signed yet. */
const answerThatWaits = async (): Promise<void> => {
  const unitId = `township-${town.here.townId}`
  await keeper.call('casework.setSigning', { unitId, isNeeded: true, version: 0 })
  const [villager, desk] = [await town.villager({ villageId: town.here.villageId }), await town.staff('townDispatcher', town.here.townId)]
  const caseId = ulid()
  await villager.call('casework.submit', { caseId, words: '集镇路口的红绿灯坏了', category: 'road', place: { point: town.here.point } })
  await desk.call('casework.route', { caseId, unitId })
  await desk.call('casework.accept', { caseId })
  await desk.call('casework.answer', { caseId, words: '换了灯控板，明早再看一次' })
}

const axe = async (page: Page, name: string): Promise<string[]> => {
  await page.waitForTimeout(300)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
  return violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.target.join(' ')}`)
}

beforeAll(async () => {
  town = await aTown()
  browser = await openChromium()
  keeper = await town.staff('countyDispatcher', town.county)
  offerAccounts(town, [keeper, await town.staff('townLeader', town.here.townId)])
  await answerThatWaits()
  await town.inCounty(() => keepResponsibilities([{ code: 'W-1', unitId: 'dept-water', title: '灌溉渠系维护', basis: '水法', categories: ['water'] }]))
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await town?.stop()
})

test('the keeper changes a limit, is told at the field what is wrong, looks at last month, and publishes with a second look', async () => {
  const { page } = await deskAt('settings', '事项设置')
  await page.getByRole('button', { name: /用电路灯/ }).click()
  await page.getByLabel('受理时限', { exact: true }).fill('2000')
  await page.getByRole('alert').filter({ hasText: '受理时限要比总时限短' }).first().waitFor()
  expect(await page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true)
  await page.getByLabel('受理时限', { exact: true }).fill('300')
  await page.getByText('改了 1 处，没发布').waitFor()
  await page.reload()
  await page.getByText('改了 1 处，没发布').waitFor()
  await page.getByRole('button', { name: '按草稿试算' }).click()
  await page.getByText(/件换时限。/).waitFor()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('list', { name: '改动' }).getByText('用电路灯').waitFor()
  await form.getByLabel('为什么改').fill('试一试')
  await form.getByRole('button', { name: '发布第 2 版' }).click()
  await page.getByRole('region', { name: '版本' }).getByText('试一试').waitFor()
  expect((await keeper.call('casework.readSettings', {})).version).toBe(2)
  await page.getByRole('button', { name: '用到在办的事上' }).click()
  await page.getByRole('dialog').getByText(/要看在计时的 \d+ 件/).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '用到在办的事上' }).click()
  await page.getByText('第 2 版正用到在办的事上').waitFor()
  const preview = page.getByRole('region', { name: '试算' })
  await preview.getByText('改了什么，就能看到最近 30 天的事项会有什么不同。').waitFor()
  expect([await preview.getByRole('alert').count(), await preview.getByText(/件换时限。|再算一次/).count()]).toEqual([0, 0])
}, 60_000)

test('a row is added to the list of duties, found and changed', async () => {
  const { page } = await deskAt('responsibilities', '权责清单')
  await page.getByText('灌溉渠系维护').waitFor()
  await page.getByRole('button', { name: '改 W-1' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('什么事').fill('渠系和机井')
  await form.getByRole('button', { name: /保\s*存/ }).click()
  await page.getByText('渠系和机井').waitFor()
  await page.getByText('第 2 版', { exact: true }).waitFor()
}, 60_000)

test('a file of duties says row by row what is wrong before anything is kept, and the keys go on in the dialog', async () => {
  const { page } = await deskAt('responsibilities', '权责清单')
  await page.getByRole('button', { name: '从 Excel 导入' }).click()
  const dialog = page.getByRole('dialog')
  const choose = (words: string) => page.getByTestId('duty-file').setInputFiles({ name: '清单.csv', mimeType: 'text/csv', buffer: Buffer.from(words) })
  await choose('姓名,电话\n张三,1')
  await dialog.getByText('缺这几列：编号、单位、事项、依据').waitFor()
  await choose('编号,单位,事项,依据\nX-1,县水务局,井房看护,水法\n,县水务局,没有号,水法\nX-3,没有的局,河堤,防洪法')
  await dialog.getByText('没有叫“没有的局”的单位').waitFor()
  await dialog.getByText('没有编号').waitFor()
  expect(await axe(page, 'import')).toEqual([])
  await dialog.getByRole('button', { name: '只存能导的 1 条' }).click()
  await dialog.getByText('存好了 1 条').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('井房看护').waitFor()
}, 60_000)

test('what is wrong leads to where it is mended; every part and the second look pass axe', async () => {
  const { page } = await deskAt('settings', '事项设置')
  await page.getByRole('button', { name: /用电路灯/ }).click()
  await page.getByLabel('总时限', { exact: true }).fill('1')
  await page.getByRole('alert').getByRole('button', { name: '时限和天数' }).click()
  await page.getByLabel('一般事项提前提醒').waitFor()
  const found = await axe(page, 'numbers')
  await page.getByLabel('一般事项提前提醒').fill('60')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('dialog').getByLabel('为什么改').waitFor()
  found.push(...(await axe(page, 'publish')))
  await page.getByRole('dialog').getByRole('button', { name: '先不发布' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('负责人签字', { exact: true }).click()
  await page.getByRole('checkbox', { checked: true }).waitFor()
  found.push(...(await axe(page, 'signing')))
  expect(found).toEqual([])
}, 60_000)

test('the head reads the answer as it would go out and signs it', async () => {
  const { page } = await deskAt('signing', '待签', { as: '乡镇分管领导' })
  await page.getByText('换了灯控板，明早再看一次').waitFor()
  const found = await axe(page, 'waiting')
  await page.setViewportSize({ width: 390, height: 844 })
  found.push(...(await axe(page, 'waiting on a phone')))
  await page.setViewportSize({ width: 1366, height: 768 })
  expect(found).toEqual([])
  await page.getByLabel('全选').check()
  await page.getByRole('button', { name: '签这 1 件' }).click()
  await page.getByText('没有等您签的答复').waitFor()
}, 60_000)

test('the pages pass axe, light and dark, fit a phone, and complained of nothing', async () => {
  const found: string[] = []
  for (const [path, heading, as] of [['settings', '事项设置', '县中心调度员'], ['responsibilities', '权责清单', '县中心调度员'], ['signing', '待签', '乡镇分管领导']] as const) {
    for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { viewport: { width: 390, height: 844 } }]) {
      const { page } = await deskAt(path, heading, { as, ...look })
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
      found.push(...violations.map((each) => `${path} ${JSON.stringify(look)}: ${each.id} ${each.nodes[0]?.target.join(' ')}`))
      if (await page.evaluate(() => (document.querySelector('.shell-main')?.scrollWidth ?? 0) > innerWidth)) found.push(`${path} scrolls sideways`)
    }
  }
  expect(found).toEqual([])
  expect(desks.flatMap(({ complaints }) => complaints)).toEqual([])
}, 120_000)
