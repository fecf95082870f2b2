import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openChromium } from '../support/chromium'
import { eventually } from '../support/eventually'
import { type Hand, handOn } from './runner/hand'
import { openWeapp, type Weapp } from './runner/open-weapp'
import { aWechatTown, type WechatTown } from './runner/wechat-town'

const dist = fileURLToPath(new URL('../../miniprogram/dist/weapp', import.meta.url))

let place: WechatTown
let browser: Browser
let villager: Weapp
let member: Weapp
let hers: Hand
let his: Hand

beforeAll(async () => {
  place = await aWechatTown()
  browser = await openChromium()
  const url = place.town.url
  member = await openWeapp({ browser, url, dist, phone: { openid: await place.official('李建国', 'gridMember', place.town.here.gridId) } })
  villager = await openWeapp({ browser, url, dist, phone: { openid: await place.newcomer('王秀英') } })
  hers = handOn(villager.page)
  his = handOn(member.page)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await place?.stop()
})

test('a newcomer is signed in without a word and chooses her village', async () => {
  await hers.tap('#own-village')
  await hers.tap(`#division-${place.town.here.townId}`)
  await hers.tap(`#division-${place.town.here.villageId}`)

  await hers.see('我要反映')
  await eventually(async () => expect(await hers.at('#own-village').innerText()).not.toBe('选我的村'))
})

test('a voice note is asked leave for once, then recorded; what is said survives closing WeChat', async () => {
  await hers.tap('#report')
  await hers.speak(400)
  await hers.tap('#agree-privacy')
  await eventually(async () => expect(await villager.noted()).toContain('话筒开好了，按住再说。'))
  await hers.speak(2200)
  await hers.see('2″')
  await hers.tap('#add-photo')
  await hers.at('.picker-remove').waitFor()
  await hers.write('textarea#words', '三社路口水渠的盖板断了两块')

  await villager.page.reload()
  await hers.tap('#report')

  await hers.see('2″')
  expect(await hers.at('textarea#words').inputValue()).toBe('三社路口水渠的盖板断了两块')
  await hers.at('.picker-remove').waitFor()
})

test('in three screens it is with the grid member, whose phone says so by itself', async () => {
  await his.see('您手上没有要办的')
  const [longitude, latitude] = place.town.here.point
  await hers.tap('#next')
  await hers.tap('#map-tip')
  await villager.page.evaluate(([lon, lat]) => window.weapp.moveMap(lon, lat), [longitude, latitude] as const)
  await hers.see('挪动地图，让圆圈对准那个地方')
  await hers.tap('#pin-here')
  await hers.see('第一网格')
  await hers.tap('#submit')

  await hers.see('已经送到李建国手里')
  await his.see('您手上有 1 件要办')
})

test('he takes it and asks what is missing; she answers from her home page', async () => {
  await his.tap('#desk')
  await his.tap('.item:has-text("三社路口水渠")')
  await his.tap('#do-accept')
  await his.see('您受理了')
  await his.tap('#do-ask')
  await his.write('textarea#question', '是路东还是路西')
  await his.tap('#send-question')

  await hers.tap('.btn:has-text("回首页")')
  await hers.tap('.btn:has-text("去补充")')
  await hers.see('是路东还是路西')
  await hers.write('textarea#supplement-words', '路东，靠小学那边')
  await hers.tap('#send-supplement')

  await his.see('路东，靠小学那边')
})

test('he answers with a photo, which closing WeChat does not lose, she rates it, and it is closed for both', async () => {
  await his.tap('#do-answer')
  await his.write('textarea#result-words', '换了两块新盖板')
  await his.tap('#add-photo')
  await his.tap('#agree-privacy')
  await his.at('.picker-remove').waitFor()

  await member.page.reload()
  await his.tap('#desk')
  await his.tap('.item:has-text("三社路口水渠")')
  await his.tap('#do-answer')
  await his.see('上次没发出去的还在')
  await his.at('.picker-remove').waitFor()
  expect(await his.at('textarea#result-words').inputValue()).toBe('换了两块新盖板')
  await his.tap('#send-result')

  await hers.tap('.btn:has-text("去评价")')
  await hers.see('换了两块新盖板')
  await hers.tap('#score-4')
  await hers.write('textarea#rating-words', '办得快')
  await hers.tap('#send-rating')
  await hers.tap('#my-requests')
  await hers.see('办完了')

  // Who handled it reads that it was rated, not how.
  await his.see(/评价了$/)
})

test('every step came to her inbox, and reading all empties the badge', async () => {
  await hers.tap('#nav-back')
  await hers.tap('#tab-inbox')
  await hers.see(/办好了吗/)
  await hers.tap('#read-all')
  await eventually(async () => expect(await villager.page.locator('.badge:visible').count()).toBe(0))
})

test('nothing went wrong on either phone', () => {
  expect({ hers: villager.faults, his: member.faults }).toEqual({ hers: [], his: [] })
})
