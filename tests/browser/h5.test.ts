import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import type { Person } from '@xiangli/server/testing'
import { speakAs } from '../../server/src/testing/person'
import { openChromium } from '../support/chromium'
import { eventually } from '../support/eventually'
import { aWechatTown, type WechatTown } from '../weapp/runner/wechat-town'

let wechat: WechatTown
let browser: Browser
let page: Page
let member: Person
const complaints: string[] = []

beforeAll(async () => {
  wechat = await aWechatTown()
  const { town } = wechat
  member = await town.staff('gridMember', town.here.gridId)
  await wechat.newcomer('赵桂兰')
  browser = await openChromium()
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN', reducedMotion: 'reduce' })
  const [longitude, latitude] = town.here.point
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ longitude, latitude, accuracy: 20 })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
  })
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await wechat?.stop()
})

const tap = (words: string) => page.getByText(words, { exact: true }).locator('visible=true').last().click()
const reads = (words: string | RegExp) => page.getByText(words).locator('visible=true').first().waitFor()

/** The case as the server has it, known to its grid member. */
const onlyCase = async (): Promise<string> => {
  const { items } = await wechat.town.inCounty(() => member.call('casework.listCases', { states: ['pending', 'accepted', 'handling', 'answered', 'closed'] }))
  expect(items).toHaveLength(1)
  return items[0]!.id
}

test('a villager signs in by choosing a WeChat and files a request in three screens', async () => {
  await page.goto(`${wechat.town.url}/m/`)
  await page.getByText('微信登录', { exact: true }).click()
  await page.getByText('赵桂兰').click()
  await page.waitForURL(/\/m\//)
  const { token } = JSON.parse(JSON.parse(await page.evaluate(async () => {
    for (let tries = 0; tries < 100 && !localStorage.getItem('session'); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50))
    return JSON.stringify(localStorage.getItem('session'))
  })) as string).data as { token: string }
  await speakAs(wechat.town.url, token).call('identity.bindVillage', { villageId: wechat.town.here.villageId }, { key: ulid() })
  await page.reload()

  await tap('我要反映')
  await page.locator('textarea:visible').first().fill('村口的路灯晚上不亮')
  await tap('下一步')
  await reads('在哪儿')
  await page.getByLabel('用我现在的位置').locator('visible=true').click()
  await reads(/第.+网格/)
  await tap('提交')

  await reads(/已经送到/)
  expect(complaints).toEqual([])
}, 60_000)

test('the page shows who has it, and hears at once when it is accepted', async () => {
  const dispatcher = await wechat.town.staff('townDispatcher', wechat.town.here.townId)
  const { items } = await dispatcher.call('casework.listCases', {})
  await dispatcher.call('casework.route', { caseId: items[0]!.id, place: { point: wechat.town.here.point } }, { key: ulid() })
  await tap('看进展')
  await reads('村口的路灯晚上不亮')

  await member.call('casework.accept', { caseId: await onlyCase() }, { key: ulid() })

  await reads(/有人接了|受理/)
  await eventually(async () => expect(await page.getByText('王建国').locator('visible=true').count()).toBeGreaterThan(0))
}, 60_000)

test('answered, it asks for a rating, and five stars close it', async () => {
  const caseId = await onlyCase()
  await member.call('casework.answer', { caseId, words: '换了灯泡，晚上亮了' }, { key: ulid() })
  await reads('换了灯泡，晚上亮了')
  await page.getByText(/^(去评价|评价)$/).locator('visible=true').last().click()
  await reads('办好了吗')
  await page.locator('[aria-label*="5 分"]:visible, [aria-label*="5分"]:visible').first().click()
  await tap('提交评价')

  await eventually(async () => {
    const shown = await member.call('casework.getCase', { caseId })
    // The handler reads that it was rated, not how.
    expect(shown).toMatchObject({ state: 'closed', isUnrated: false })
    expect(shown.rating).toBeUndefined()
  })
  expect(complaints).toEqual([])
}, 60_000)

test('home, services, inbox and me have no barrier a tool can find', async () => {
  for (const tab of ['home', 'services', 'inbox', 'me']) {
    await page.goto(`${wechat.town.url}/m/#/pages/${tab}/index`)
    await page.waitForTimeout(800)
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id, nodes }) => `${tab} ${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])
  }
}, 60_000)
