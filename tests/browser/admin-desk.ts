import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Person, Town } from '@xiangli/server/testing'

export interface Desk {
  page: Page
  context: BrowserContext
  /** What the page complained about, which no test should find. */
  complaints: string[]
}

/** Names the staff whom the login page offers, as the demo's seed does. */
export const offerAccounts = (town: Town, people: readonly Person[]): void => {
  const accounts = people.map(({ id }) => ({ username: id.toLowerCase() }))
  writeFileSync(join(town.config.dataDir, 'demo-accounts.json'), JSON.stringify(accounts))
}

interface Look {
  colorScheme?: 'light' | 'dark'
  viewport?: { width: number; height: number }
}

/** A browser of its own at the login page. */
export const openDesk = async (browser: Browser, town: Town, { colorScheme = 'light', viewport = { width: 1366, height: 768 } }: Look = {}): Promise<Desk> => {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', locale: 'zh-CN' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
  })
  await page.goto(`${town.url}/admin/login`)
  return { page, context, complaints }
}

/** Signs in by one click on the demo's list; `title` is what the list says of the person. */
export const enterAs = async ({ page }: Desk, title: string): Promise<void> => {
  await page.getByRole('region', { name: '演示账号' }).getByRole('button', { name: title }).first().click()
  await page.getByRole('heading', { name: '我的工作台' }).waitFor()
}
