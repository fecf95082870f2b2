import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { openChromium } from '../support/chromium'
import { type Desk, enterAs, offerAccounts, openDesk } from './admin-desk'

let town: Town
let browser: Browser
let keeper: Person
const desks: Desk[] = []

const calendarOf = async (title: string, look = {}): Promise<Desk> => {
  const desk = await openDesk(browser, town, look)
  desks.push(desk)
  await enterAs(desk, title)
  await desk.page.goto(`${town.url}/admin/calendar`)
  await desk.page.getByRole('heading', { name: '工作日历' }).waitFor()
  return desk
}

beforeAll(async () => {
  town = await aTown()
  browser = await openChromium()
  keeper = await town.staff('countyDispatcher', town.county)
  offerAccounts(town, [keeper, await town.staff('gridMember', town.here.gridId)])
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await town?.stop()
})

test('by keyboard alone the keeper switches a day of a coming year, sees what changes, and publishes it', async () => {
  const { page } = await calendarOf('县中心调度员')
  const { lastYear } = await keeper.call('calendar.getCalendar', {})
  await page.goto(`${town.url}/admin/calendar?year=${lastYear}`)
  await page.getByText(`${lastYear} 年的放假安排还没有录入`).waitFor()
  await page.getByRole('button', { name: /^1月1日/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^1月9日 .*已改，没发布/ }).waitFor()

  await page.getByRole('button', { name: '看改动，发布' }).press('Enter')
  const form = page.getByRole('dialog')
  await form.getByRole('list', { name: '改动' }).getByText(/^1月9日/).waitFor()
  await form.getByLabel('为什么改').fill('试一试')
  await form.getByRole('button', { name: '发布第 2 版' }).press('Enter')
  await page.getByRole('region', { name: '版本' }).getByText('试一试').waitFor()
  await page.getByText('还没有改动').waitFor()
  expect((await keeper.call('calendar.getCalendar', {})).version).toBe(2)
}, 60_000)

test('who published meanwhile is not written over: the changes stay and the new version is loaded', async () => {
  const { page } = await calendarOf('县中心调度员')
  const { lastYear, version } = await keeper.call('calendar.getCalendar', {})
  await page.goto(`${town.url}/admin/calendar?year=${lastYear}`)
  await page.getByRole('button', { name: /^5月6日/ }).click()
  await page.getByRole('button', { name: '看改动，发布' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('list', { name: '改动' }).waitFor()
  await keeper.call('calendar.publishCalendar', { version, days: [{ day: `${lastYear}-05-12`, isWorking: false, name: '别的' }, { day: `${lastYear}-05-13`, isWorking: false, name: '别的' }], reason: '抢先' })
  await form.getByLabel('为什么改').fill('后来')
  await form.getByRole('button', { name: new RegExp(`^发布第 ${version + 2} 版`) }).waitFor()
  await form.getByRole('button', { name: new RegExp(`^发布第 ${version + 2} 版`) }).click()
  await page.getByRole('region', { name: '版本' }).getByText('后来').waitFor()
  const { days } = await keeper.call('calendar.getCalendar', { year: lastYear })
  expect(days.filter(({ name }) => name === '别的')).toHaveLength(2)
}, 60_000)

test('others read the calendar and find nothing to change; at a phone’s width nothing is cut off', async () => {
  const { page } = await calendarOf('网格员', { viewport: { width: 390, height: 844 } })
  await page.getByRole('button', { name: /^10月1日 .*放假，国庆节/ }).first().waitFor()
  expect(await page.getByRole('button', { name: '看改动，发布' }).count()).toBe(0)
  await page.getByRole('button', { name: /^12月31日/ }).click()
  expect(await page.getByText('已改，没发布').count()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
}, 60_000)

test('the page passes axe, light and dark, and complained of nothing', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await calendarOf('县中心调度员', { colorScheme })
    await page.getByRole('region', { name: '版本' }).getByText('第 1 版').waitFor()
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
    expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([])
  }
  expect(desks.flatMap(({ complaints }) => complaints)).toEqual([])
}, 60_000)
