import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { aTown, type Town } from '@xiangli/server/testing'
import { regionById } from '../../server/src/modules/region'
import { openChromium } from '../support/chromium'
import { enterAs, offerAccounts, openDesk } from './admin-desk'

let town: Town
let browser: Browser
let village: string

beforeAll(async () => {
  ;[town, browser] = await Promise.all([aTown(), openChromium()])
  offerAccounts(town, [await town.staff('townDispatcher', town.here.townId)])
  village = await town.inCounty(async () => regionById(town.here.villageId)!.name)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await town?.stop()
})

test('a dispatcher brings a file, sees what is wrong by row, imports the rest and finds the case by the hotline’s number', async () => {
  const desk = await openDesk(browser, town)
  await enterAs(desk, '乡镇调度员')
  const { page } = desk
  await page.getByRole('link', { name: '12345 热线' }).click()
  await page.getByText('还没有热线工单').waitFor()
  await page.getByRole('button', { name: '导入文件' }).click()
  const rows = ['工单编号,诉求内容,来电号码,所属村', `GS9001,桥栏杆断了,13900001111,${village}`, ',没有编号,,']
  await page.getByTestId('hotline-file').setInputFiles({ name: '本周.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
  await page.getByText('2 行，1 行可以导入').waitFor()
  expect(await page.getByRole('list', { name: '有问题的行' }).innerText()).toContain('第 3 行 工单编号：是空的')
  await page.getByRole('button', { name: '导入 1 件' }).click()
  await page.getByText('已立件 1 件，没有导入 1 件。').waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载逐行结果' }).click()
  expect((await saved).suggestedFilename()).toBe('导入结果-本周.xlsx')
  await page.getByRole('button', { name: '好了' }).click()
  await page.getByRole('button', { name: 'GS9001' }).waitFor()

  await page.getByRole('textbox', { name: '按编号找办件' }).fill('GS9001')
  await page.keyboard.press('Enter')
  await page.getByRole('table', { name: '办件' }).getByText('桥栏杆断了').click()
  await page.getByText('外部编号').waitFor()
  expect(desk.complaints).toEqual([])
}, 60_000)
