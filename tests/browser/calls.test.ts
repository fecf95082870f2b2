import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { ulid } from 'ulid'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { regionById } from '../../server/src/modules/region'
import { openChromium } from '../support/chromium'
import { enterAs, offerAccounts, openDesk } from './admin-desk'

let town: Town
let browser: Browser
let clerk: Person
let villager: Person

beforeAll(async () => {
  town = await aTown()
  browser = await openChromium()
  clerk = await town.staff('townDispatcher', town.here.townId)
  villager = await town.villager({ villageId: town.here.villageId, phone: '13812345678' })
  offerAccounts(town, [clerk])
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await town?.stop()
})

test('a call is written down and saved by keyboard alone, survives a reload, and the next one shows it', async () => {
  const desk = await openDesk(browser, town)
  await enterAs(desk, '乡镇调度员')
  const { page } = desk
  const village = await town.inCounty(async () => regionById(town.here.villageId)!.shortName)
  await page.keyboard.press('n')
  await page.getByLabel('来电号码').waitFor()

  const began = Date.now()
  await page.keyboard.type('13900001111')
  await page.getByText('第一次来').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('赵桂兰')
  await page.reload()
  await page.getByLabel('来电号码').waitFor()
  expect(await page.getByLabel('来电号码').inputValue()).toBe('13900001111')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('井里打不上水')
  await page.keyboard.press('Tab')
  await page.keyboard.type(village)
  await page.locator('.ant-select-item-option-active').getByText(village).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await page.getByText('念给对方听').waitFor()
  expect(Date.now() - began).toBeLessThan(30_000)

  await page.keyboard.press('Enter')
  await page.getByLabel('来电号码').waitFor()
  await page.keyboard.type('13900001111')
  await page.getByRole('region', { name: '这个号码以前反映的事' }).getByText('井里打不上水').waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])

  const { items } = await clerk.call('casework.listCases', { sort: 'newest' })
  expect(items).toMatchObject([{ title: '井里打不上水', channel: 'phone', villageName: village }])
  expect(desk.complaints).toEqual([])
}, 60_000)

test('an emergency rings the workbench; the number is opened, and the call is noted', async () => {
  const desk = await openDesk(browser, town)
  await enterAs(desk, '乡镇调度员')
  const { page } = desk
  await villager.call('casework.ringDutyDesk', { ringId: ulid(), question: 'danger', answer: 'gas', place: { point: town.here.point } })
  const board = page.getByRole('alert', { name: '急事请回电' })
  await board.getByText(/闻到煤气味/).waitFor()
  await board.getByRole('button', { name: /看号码/ }).click()
  await board.getByText('13812345678').waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  await page.keyboard.type('人都出来了，消防在路上')
  await page.keyboard.press('Enter')
  await board.waitFor({ state: 'detached' })
  expect(desk.complaints).toEqual([])
}, 60_000)
