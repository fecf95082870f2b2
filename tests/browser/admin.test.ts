import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { ulid } from 'ulid'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { openChromium } from '../support/chromium'
import { eventually } from '../support/eventually'
import { aPhoto, aVoice } from '../support/media'
import { type Desk, enterAs, offerAccounts, openDesk } from './admin-desk'

let town: Town
let browser: Browser
let villager: Person
let dispatcher: Person
let grid: Person

const submit = async (words?: string): Promise<string> => {
  const caseId = ulid()
  const place = { point: town.here.point }
  if (words) await villager.call('casework.submit', { caseId, words, place }, { key: ulid() })
  else {
    const voiceFileId = ulid()
    await villager.upload('voice', await aVoice(4), voiceFileId)
    await villager.call('casework.submit', { caseId, voiceFileId }, { key: ulid() })
  }
  return caseId
}

const open = async (desk: Desk, caseId: string): Promise<void> => {
  await desk.page.goto(`${town.url}/admin/cases/${caseId}`)
  await desk.page.getByRole('region', { name: '我现在能做的' }).waitFor()
}

const desks: Desk[] = []
const deskOf = async (title: string, look = {}): Promise<Desk> => {
  const desk = await openDesk(browser, town, look)
  desks.push(desk)
  await enterAs(desk, title)
  return desk
}

beforeAll(async () => {
  town = await aTown()
  browser = await openChromium()
  dispatcher = await town.staff('townDispatcher', town.here.townId)
  grid = await town.staff('gridMember', town.here.gridId)
  villager = await town.villager({ name: '王秀英', villageId: town.here.villageId, phone: '13912343391' })
  offerAccounts(town, [dispatcher, grid])
}, 90_000)

afterAll(async () => {
  await browser?.close()
  await town?.stop()
})

describe('what arrives', () => {
  test('a request appears on the workbench without reloading, and the number that counts it opens its list', async () => {
    const desk = await deskOf('乡镇调度员')
    await submit('桥头路灯连着三盏不亮')
    await desk.page.getByRole('region', { name: '刚到的' }).getByText('桥头路灯连着三盏不亮').waitFor()
    await desk.page.getByRole('link', { name: /^待受理/ }).click()
    await desk.page.waitForURL('**/admin/cases?show=pending')
    await desk.page.getByRole('table', { name: '办件' }).getByText('桥头路灯连着三盏不亮').waitFor()
  })

  test('the arrow keys choose a row and Enter opens it', async () => {
    await submit('引水渠被树枝堵住')
    const desk = await deskOf('乡镇调度员')
    await desk.page.goto(`${town.url}/admin/cases?sort=newest`)
    await desk.page.getByRole('row', { name: /引水渠/ }).waitFor()
    await desk.page.keyboard.press('ArrowDown')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByRole('heading', { level: 1, name: '引水渠被树枝堵住' }).waitFor()
  })
})

describe("the loop's staff half", () => {
  test('the grid member accepts, notes with a photo, asks, and answers; the villager sees each step', async () => {
    const caseId = await submit('三组路面塌了个坑，三轮车过不去')
    const desk = await deskOf('网格员')
    const { page } = desk
    await page.getByRole('region', { name: '我的队列' }).getByRole('link', { name: /三组路面/ }).click()
    await page.getByRole('button', { name: '受理', exact: true }).click()
    await page.getByRole('button', { name: '记一笔' }).click()
    await page.getByLabel('办到哪一步了').fill('看了现场，先围了起来')
    await page.getByLabel('加照片').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() })
    await page.getByRole('button', { name: '记下' }).click()
    await page.getByRole('region', { name: '经过' }).getByText('看了现场，先围了起来').waitFor()
    await page.getByRole('button', { name: '请补充情况' }).click()
    await page.getByLabel('想问什么').fill('是东边那个坡吗')
    await page.getByRole('button', { name: '发出' }).click()
    await page.getByText('等群众补充').waitFor()
    await page.getByRole('button', { name: '办好了，答复' }).click()
    await page.getByLabel('怎么办好的').fill('坑填平了，三轮车能过了')
    await page.getByRole('button', { name: '答复', exact: true }).click()
    await page.getByRole('region', { name: '时限' }).getByText('等群众评价').waitFor()

    const seen = await villager.call('casework.getMine', { caseId })
    expect(seen.state).toBe('answered')
    expect(seen.timeline.map((entry) => entry.action)).toEqual(['submit', 'accept', 'handle', 'ask', 'answer'])
    expect(seen.timeline[2]?.photos).toHaveLength(1)
    expect(desk.complaints).toEqual([])
  })

  test('the dispatcher gives a voice note its category and its place by a click on the map', async () => {
    const caseId = await submit()
    const { page } = await (async (desk) => { await open(desk, caseId); return desk })(await deskOf('乡镇调度员'))
    await page.getByRole('button', { name: '听语音' }).waitFor()
    await page.getByRole('button', { name: '转办' }).click()
    await page.getByRole('combobox', { name: '类别', exact: true }).click()
    await page.getByTitle('道路桥涵').click()
    await page.getByRole('button', { name: '在地图上点' }).click()
    const map = page.getByRole('application', { name: /点一下选地点/ })
    await map.locator('canvas').first().waitFor()
    await eventually(async () => {
      await map.click()
      await page.getByRole('dialog').getByText(/城关镇.*网格/).waitFor({ timeout: 1500 })
    })
    await page.getByRole('button', { name: '就是这里' }).click()
    await page.locator('form').getByRole('button', { name: '转办', exact: true }).click()
    await page.getByRole('region', { name: '情况' }).getByText('道路桥涵').waitFor()

    const routed = await dispatcher.call('casework.getCase', { caseId })
    expect(routed.category).toBe('road')
    expect(routed.place.by).toBe('point')
  })

  test('acting on a case that has moved on is refused, said so, and the new state is shown', async () => {
    const caseId = await submit('自来水发黄有沉淀')
    await grid.call('casework.accept', { caseId }, { key: ulid() })
    const desk = await deskOf('网格员')
    await open(desk, caseId)
    await desk.page.getByRole('button', { name: '记一笔' }).click()
    await desk.page.getByLabel('办到哪一步了').fill('已联系水务站')
    // The socket would tell this page at once: cut it, as a bad line does.
    await desk.page.route('**/api/casework.getCase', (route) => route.abort())
    await grid.call('casework.handle', { caseId, words: '先停了水' }, { key: ulid() })
    await desk.page.getByRole('button', { name: '记下' }).click()
    await desk.page.getByText('这件事刚刚有人更新过').waitFor()
    await desk.page.unroute('**/api/casework.getCase')
    await desk.page.getByRole('button', { name: '记下' }).waitFor()
    expect(await desk.page.getByLabel('办到哪一步了').inputValue()).toBe('已联系水务站')
  })

  test('an answer lost on the way is asked for again and nothing is done twice', async () => {
    const caseId = await submit('垃圾箱满溢三天没清')
    const desk = await deskOf('网格员')
    await open(desk, caseId)
    let lost = 0
    await desk.page.route('**/api/casework.accept', async (route) => {
      await route.fetch()
      lost += 1
      if (lost === 1) await route.abort()
      else await route.continue()
    })
    await desk.page.getByRole('button', { name: '受理', exact: true }).click()
    await desk.page.getByRole('button', { name: '记一笔' }).waitFor()
    await eventually(async () => expect(lost).toBe(2))
    const seen = await grid.call('casework.getCase', { caseId })
    expect(seen.timeline.filter((entry) => entry.action === 'accept')).toHaveLength(1)
  })
})

describe('looking closer', () => {
  test('the requester is masked until a reason is given, and the journal keeps the reason', async () => {
    const caseId = await submit('低保复核材料退回两次')
    const desk = await deskOf('乡镇调度员')
    const { page } = desk
    await open(desk, caseId)
    expect(await page.getByText('王秀英').count()).toBe(0)
    await page.getByRole('button', { name: '看全名' }).click()
    await page.getByLabel('为什么要看全名和电话').fill('回电核实位置')
    await page.getByRole('button', { name: '看全名和电话' }).click()
    await page.getByText('王秀英').waitFor()
    await page.getByText('13912343391').waitFor()
    await page.getByRole('link', { name: '操作日志' }).click()
    await page.getByRole('button', { name: '看反映人全名' }).first().click()
    await page.getByRole('complementary', { name: '日志详情' }).getByText('回电核实位置').waitFor()
  })

  test('the map lists what it shows, and a village or a case can be opened from it', async () => {
    await submit('老井盖板缺失，天黑危险')
    const desk = await deskOf('乡镇调度员')
    await desk.page.goto(`${town.url}/admin/map`)
    const panel = desk.page.getByRole('complementary', { name: '城关镇' })
    await panel.getByRole('button', { name: /老井盖板缺失/ }).click()
    await panel.getByRole('button', { name: '打开这一件' }).click()
    await desk.page.getByRole('heading', { level: 1, name: '老井盖板缺失，天黑危险' }).waitFor()
    await desk.page.getByRole('link', { name: '网格地图', exact: true }).first().waitFor()
  })

  test('a lost session leads to the login page and back to the same place', async () => {
    const desk = await deskOf('乡镇调度员')
    await desk.page.goto(`${town.url}/admin/cases?show=all`)
    await desk.page.getByRole('table', { name: '办件' }).waitFor()
    await desk.context.clearCookies()
    await desk.page.getByRole('link', { name: '操作日志' }).click()
    await desk.page.waitForURL('**/admin/login?next=*')
    await desk.page.getByText('登录后回到刚才的页面').waitFor()
    await desk.page.getByRole('region', { name: '演示账号' }).getByRole('button', { name: '乡镇调度员' }).click()
    await desk.page.getByRole('heading', { name: '操作日志' }).waitFor()
  })
})

describe('for everybody', () => {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

  test.each(['light', 'dark'] as const)('axe finds nothing on any page (%s)', async (colorScheme) => {
    const caseId = await submit('文化广场健身器材断裂')
    const desk = await openDesk(browser, town, { colorScheme })
    const { page } = desk
    const found: string[] = []
    const check = async (name: string): Promise<void> => {
      const axe = new AxeBuilder({ page })
      // The dark side differs in its colours only.
      const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe.withTags(rules)).analyze()
      found.push(...violations.map((each) => `${name}: ${each.id} ${each.nodes[0]?.target.join(' ')}`))
    }
    await page.getByRole('region', { name: '演示账号' }).waitFor()
    await check('login')
    await enterAs(desk, '乡镇调度员')
    await page.getByRole('region', { name: '刚到的' }).getByText('文化广场').first().waitFor()
    await check('workbench')
    for (const path of ['cases', `cases/${caseId}`, 'map', 'journal']) {
      await page.goto(`${town.url}/admin/${path}`)
      await page.locator('.shell-main').getByText(/文化广场|反映一件事/).first().waitFor()
      await check(path)
    }
    expect(found).toEqual([])
    expect(desk.complaints).toEqual([])
  })

  test('nothing is cut off or scrolls sideways on a phone', async () => {
    const caseId = await submit('入户路没硬化，下雨天老人出不了门')
    const desk = await deskOf('乡镇调度员', { viewport: { width: 390, height: 844 } })
    const wide: string[] = []
    for (const path of ['', 'cases', `cases/${caseId}`, 'map', 'journal']) {
      await desk.page.goto(`${town.url}/admin/${path}`)
      await desk.page.locator('.shell-main').getByText(/入户路|反映一件事/).first().waitFor()
      const width = await desk.page.evaluate(() => document.querySelector('.shell-main')?.scrollWidth ?? 0)
      if (width > 390) wide.push(`${path} ${width}`)
    }
    expect(wide).toEqual([])
  })
})
