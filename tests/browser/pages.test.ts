import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { runJob } from '../../cron/src/runner'
import { keepResponsibilities } from '../../server/src/modules/casework'
import { takeIn } from '../../server/src/modules/stats'
import { openChromium } from '../support/chromium'
import { type Desk, enterAs, offerAccounts, openDesk } from './admin-desk'

const DAY = 24 * 60 * 60_000

let town: Town
let browser: Browser
let desk: Person
let centre: Person
let member: Person
let li: Person
let called: string
let sent: string

/** Every page of the admin with something on it; the ways to one case are pages of their own. */
const pages = (): [string, string][] => [
  ['/', '我的工作台'], ['/cases', '办件'], ['/cases?show=all', '办件'], ['/cases?queue=called', '办件'], ['/cases?queue=arbitration', '办件'], ['/cases?queue=lateArrivals', '办件'],
  ['/supervisions', '督办'], ['/supervisions?show=ended', '督办'], ['/dispatch', '调度室'], ['/calls', '接电话登记'],
  ['/call-backs', '回访'], ['/satisfaction', '满意情况'], ['/templates', '答复模板'], ['/hotline', '12345 热线'], ['/hotline?show=attention', '12345 热线'], ['/hotline?show=reports', '12345 热线'],
  ['/duty', '值班'], ['/handover', '交接班'], ['/calendar', '工作日历'], ['/journal', '操作日志'], ['/keys', '接口密钥'],
  ['/map', '网格地图'], ['/triage', '待核实'], ['/place-codes', '地点码'], ['/settings', '事项设置'], ['/responsibilities', '权责清单'], ['/signing', '签字不是您的职责'], ['/nowhere', '没有这个页面'],
  ['/stats', '统计'], ['/stats?by=unit', '统计'], ['/stats?by=category&figure=received', '统计'],
]

const filed = async (words: string, category: string): Promise<string> => {
  const caseId = ulid()
  await li.call('casework.submit', { caseId, words, category, place: { point: town.here.point } })
  return caseId
}

/** Something on every list: late and supervised, answered and to be asked about, called to help, sent to a department. */
const fill = async (): Promise<void> => {
  const now = Date.now()
  town.at(new Date(now - 14 * DAY))
  const ids = [await filed('村口路灯不亮', 'power'), await filed('水渠盖板断了', 'water'), await filed('路面塌了个坑', 'road')]
  for (const caseId of ids) await member.call('casework.accept', { caseId })
  await member.call('casework.answer', { caseId: ids[2]!, words: '填平了' })
  town.at(new Date(now))
  await runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })
  called = await filed('水管漏水，路上都是', 'water')
  sent = await filed('水管又漏水了，路上都是', 'water')
  await desk.call('casework.whistle', { caseId: called, units: [{ unitId: 'dept-water', task: '带工具来看' }, { unitId: `township-${town.here.townId}`, task: '来协调' }] })
  await desk.call('casework.route', { caseId: sent, unitId: 'dept-water' })
  await centre.call('casework.saveTemplate', { id: ulid(), version: 0, regionId: town.county, state: 'answered', title: '路灯修好', text: '【地点】的路灯修好了。' })
  await town.inCounty(() => takeIn([...ids, called, sent]))
}

beforeAll(async () => {
  town = await aTown()
  browser = await openChromium()
  li = await town.villager({ name: '赵桂兰', villageId: town.here.villageId, phone: '13900001111' })
  member = await town.staff('gridMember', town.here.gridId)
  desk = await town.staff('townDispatcher', town.here.townId)
  centre = await town.staff('countyDispatcher', town.county)
  await town.inCounty(() => keepResponsibilities([{ code: 'W-1', unitId: 'dept-water', title: '村内供水管网的维修', basis: '县权责清单第 12 条', categories: ['water'] }]))
  offerAccounts(town, [desk, centre, member, await town.staff('departmentStaff', town.county, 'water')])
  await fill()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await town?.stop()
})

const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('.bones') === null)
}
const axe = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).exclude('.ant-message').exclude('.ol-viewport').analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)

interface Seen {
  wrong: string[]
  desk: Desk
}

/** All pages one after another in one window: what axe says, and whether anything stands out sideways. */
const lookAt = async (title: string, paths: readonly (readonly [string, string])[], look: Parameters<typeof openDesk>[2]): Promise<Seen> => {
  const opened = await openDesk(browser, town, look)
  await enterAs(opened, title)
  const wrong: string[] = []
  for (const [path, heading] of paths) {
    await opened.page.goto(`${town.url}/admin${path}`)
    await opened.page.getByRole('heading', { name: heading, exact: true }).first().waitFor()
    await settle(opened.page)
    wrong.push(...(await axe(opened.page)).map((each) => `${path} ${each}`))
    const over = await opened.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (over > 0) wrong.push(`${path} stands out by ${over}`)
  }
  return { wrong, desk: opened }
}

const DESKTOP = { viewport: { width: 1366, height: 768 } }
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }

/** A page somebody has no part in says so. */
const NOT_THEIRS: Record<string, Record<string, string>> = { 乡镇调度员: { '/settings': '事项设置不是您的职责' } }

test.each([['县中心调度员', DESKTOP], ['县中心调度员', PHONE], ['乡镇调度员', DESKTOP]])('every page of the %s passes axe and fits its window: %j', async (title, look) => {
  const { wrong, desk: opened } = await lookAt(title, pages().map(([path, heading]) => [path, NOT_THEIRS[title]?.[path] ?? heading]), look)
  expect(wrong).toEqual([])
  expect(opened.complaints).toEqual([])
}, 150_000)

test('every way of the router is among them, or leads to one case', () => {
  const router = readFileSync(new URL('../../admin/src/app/router.tsx', import.meta.url), 'utf8')
  const ways = [...router.matchAll(/path: '([a-z-]+)'/g)].map(([, way]) => `/${way}`)
  const seen = pages().map(([path]) => path.split('?')[0])
  expect(ways.length).toBeGreaterThanOrEqual(20)
  expect(ways.filter((way) => !seen.includes(way))).toEqual([])
})

test('so does a case that is late, one a unit was called to, and one a department may send back; empty lists as well', async () => {
  const late = (await desk.call('casework.listSupervisions', { mine: false })).items[0]!.caseId
  const title = (caseId: string) => desk.call('casework.getCase', { caseId }).then((shown) => [`/cases/${caseId}`, shown.title] as const)
  const cases = [await title(late), await title(called), await title(sent)]
  for (const look of [DESKTOP, PHONE]) {
    const { wrong } = await lookAt('乡镇调度员', cases, look)
    expect(wrong).toEqual([])
  }
  const { wrong } = await lookAt('部门承办人', [['/cases', '办件'], ['/cases?queue=called', '办件'], ['/satisfaction', '满意情况'], ['/stats', '统计'], ['/templates', '答复模板'], ['/supervisions', '督办']], DESKTOP)
  expect(wrong).toEqual([])
}, 150_000)
