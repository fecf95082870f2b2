import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import type { Person, Town } from '@xiangli/server/testing'
import { AWAITED } from '@xiangli/shared/casework/supervision'
import { ancestorsOf } from '@xiangli/shared/core/scope'
import { Cases } from '../../server/src/modules/casework'
import { Supervisions } from '../../server/src/modules/casework/supervision.model'
import { openChromium } from '../support/chromium'

const FORMS = 5_000
const TRIES = 5
const HOUR = 3_600_000

/** One case in twenty is late and owed for, as a bad week would leave it. */
export const fillForms = async (town: Town): Promise<void> => {
  const cases = await Cases.list({}, { limit: FORMS, projection: { regionPath: 1, scopeKeys: 1, ownerUnitId: 1 } })
  await Supervisions.addMany(cases.map(({ _id: caseId, regionPath, scopeKeys }, at) => ({
    _id: ulid(), county: town.county, caseId, kind: 'overdue' as const, level: 1, since: new Date(Date.now() - at * HOUR), isTop: false,
    unitId: `township-${ancestorsOf(regionPath)[1]}`, awaits: AWAITED[at % AWAITED.length]!, due: new Date(Date.now() + (at - FORMS / 2) * HOUR), scopeKeys, ended: null, endedAt: null,
  })))
}

const rooms = {
  'dispatch room': { path: '/dispatch', tables: ['在办件数', '等着派的'] },
  'supervision board': { path: '/supervisions', tables: ['督办'] },
}

/** From the navigation's beginning until rows stand in every table of the page, by the page's own clock. */
const painted = async (page: Page, url: string, tables: readonly string[]): Promise<number> => {
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction((names) => names.every((name) => document.querySelectorAll(`table[aria-label="${name}"] tbody tr`).length > 0), tables, { polling: 'raf' })
  // A frame later it stands on the screen.
  return page.evaluate(() => new Promise<number>((resolve) => { requestAnimationFrame(() => resolve(performance.now())) }))
}

export interface BrowserPaint {
  /** Nothing of the program in the browser yet. */
  firstMs: number
  /** As on every other day: the program is there, the numbers are asked for. */
  medianMs: number
  slowestMs: number
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

const openAs = async (browser: Browser, town: Town, { token }: Person): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', extraHTTPHeaders: { authorization: `Bearer ${token}` } })
  const page = await context.newPage()
  await page.goto(`${town.url}/healthz`)
  return page
}

const watch = async (page: Page, url: string, tables: readonly string[]): Promise<BrowserPaint> => {
  const firstMs = await painted(page, url, tables)
  const took: number[] = []
  for (let tried = 0; tried < TRIES; tried += 1) took.push(await painted(page, url, tables))
  return { firstMs: Math.round(firstMs), medianMs: Math.round(median(took)), slowestMs: Math.round(Math.max(...took)) }
}

/** Both rooms as the county's and a township's dispatcher open them. */
export const paintInBrowser = async (town: Town): Promise<Record<string, BrowserPaint>> => {
  const browser = await openChromium()
  const found: Record<string, BrowserPaint> = {}
  const people = { county: await town.staff('countyDispatcher', town.county), township: await town.staff('townDispatcher', town.here.townId) }
  for (const [who, person] of Object.entries(people)) {
    for (const [room, { path, tables }] of Object.entries(rooms)) {
      const page = await openAs(browser, town, person)
      found[`${room}, ${who}`] = await watch(page, `${town.url}/admin${path}`, tables)
      await page.context().close()
    }
  }
  await browser.close()
  return found
}
