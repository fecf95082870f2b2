import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
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

beforeAll(async () => {
  town = await aTown()
  browser = await openChromium()
  keeper = await town.staff('countyDispatcher', town.county)
  offerAccounts(town, [keeper, await town.staff('townLeader', town.here.townId)])
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
  await page.getByRole('dialog').getByRole('button', { name: '用到在办的事上' }).click()
  await page.getByText('第 2 版正用到在办的事上').waitFor()
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
