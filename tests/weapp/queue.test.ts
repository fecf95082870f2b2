import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { ulid } from 'ulid'
import { speakAs } from '../../server/src/testing/person'
import { openChromium } from '../support/chromium'
import { eventually } from '../support/eventually'
import { type Hand, handOn } from './runner/hand'
import { openWeapp, type Weapp } from './runner/open-weapp'
import { aWechatTown, type WechatTown } from './runner/wechat-town'

const dist = fileURLToPath(new URL('../../miniprogram/dist/weapp', import.meta.url))

let place: WechatTown
let browser: Browser
let phone: Weapp
let hand: Hand
let openid: string

const tokenOnPhone = () => phone.page.evaluate(() => (JSON.parse(localStorage.getItem('wx:session') ?? '{}') as { token: string }).token)
const asHer = async () => speakAs(place.town.url, await tokenOnPhone())
const herCases = async () => (await (await asHer()).call('casework.listMine', {})).items
const setOnline = (isOnline: boolean) => phone.page.evaluate((on) => window.weapp.setOnline(on), isOnline)

const report = async (words: string) => {
  await hand.tap('#report')
  await hand.write('textarea#words', words)
  await hand.tap('#next')
  await hand.tap('#submit')
}

beforeAll(async () => {
  place = await aWechatTown()
  browser = await openChromium()
  openid = await place.newcomer('王秀英')
  phone = await openWeapp({ browser, url: place.town.url, dist, phone: { openid } })
  hand = handOn(phone.page)
  await hand.see('选我的村')
  await (await asHer()).call('identity.bindVillage', { villageId: place.town.here.villageId }, { key: ulid() })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await place?.stop()
})

test('without a network a request is saved, says so, and outlives closing WeChat', async () => {
  await setOnline(false)
  await report('小广场的篮筐松了')
  await hand.see('存好了，还没发出去')

  await phone.page.reload()
  await hand.see('等着发出')
  await hand.see(/排第 1，开着乡里就会发/)
})

test('with the network back it leaves by itself, once', async () => {
  await setOnline(true)
  await eventually(async () => expect(await herCases()).toHaveLength(1), 20_000)
  await eventually(async () => expect(await phone.page.getByText('等着发出').count()).toBe(0))
  expect((await herCases()).map(({ title }) => title)).toEqual(['小广场的篮筐松了'])
})

test('an expired session is renewed without a word, and the tap still counts', async () => {
  await (await asHer()).call('identity.logout', {}, { key: ulid() })
  await report('路灯不亮')
  await hand.see(/已经送到/)
  expect(await herCases()).toHaveLength(2)
  await hand.tap('.btn:has-text("回首页")')
})

test('what the server refuses is parked in sight with its reason, and can be let go', async () => {
  const [lamp] = (await herCases()).filter(({ title }) => title === '路灯不亮')
  await hand.tap('#my-requests')
  await hand.tap(`#case-${lamp!.id}`)
  await hand.tap('#do-supplement')
  await hand.write('textarea#supplement-words', '是校门口那一盏')
  await setOnline(false)
  await hand.tap('#send-supplement')
  await eventually(async () => expect(await phone.noted()).toContain('网络不太好，内容已保存，连上网会自动发出。'))
  await (await asHer()).call('casework.withdraw', { caseId: lamp!.id }, { key: ulid() })
  await setOnline(true)

  await hand.see('要您看一下')
  await hand.see('这件事现在的状态不能这样办，请看最新进展')

  await phone.page.evaluate(() => { window.weapp.phone.saysYes = false })
  await hand.tap('.btn:has-text("去看")')
  await eventually(async () => expect(await phone.noted()).toContain('“给“路灯不亮”补的话”会从手机里删掉。'))
  await phone.page.evaluate(() => { window.weapp.phone.saysYes = true })
})

test('nothing is ever sent under another account', async () => {
  await phone.page.evaluate(() => { window.weapp.phone.saysYes = true })
  await hand.tap('#nav-back')
  await hand.tap('#nav-back')
  await setOnline(false)
  await report('水管漏水')
  await hand.see('存好了，还没发出去')
  await hand.tap('.btn:has-text("回首页")')
  const other = await place.newcomer('别人')
  await hand.tap('#tab-me')
  await hand.tap('#sign-out')
  await phone.page.evaluate((who) => { window.weapp.phone.openid = who }, other)
  await setOnline(true)
  await hand.tap('#sign-in')
  await hand.see('村民')
  await hand.tap('#tab-home')

  await phone.page.waitForTimeout(1000)
  expect(await herCases()).toEqual([])
  expect(await phone.page.getByText('等着发出').filter({ visible: true }).count()).toBe(0)

  await hand.tap('#tab-me')
  await hand.tap('#sign-out')
  await phone.page.evaluate((who) => { window.weapp.phone.openid = who }, openid)
  await hand.tap('#sign-in')
  await eventually(async () => expect((await herCases()).map(({ title }) => title)).toContain('水管漏水'), 20_000)
})
