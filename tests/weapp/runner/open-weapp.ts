import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { Phone } from '../host/bundle'
import { compileWeapp } from './compile'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const FIXTURES: Record<string, string> = { 'photo.jpg': 'image/jpeg', 'voice.mp3': 'audio/mpeg' }

function bundleHost(): string {
  const run = spawnSync(process.execPath, [here('./bundle-host.mjs')], { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (run.status !== 0) throw new Error(run.stderr)
  return run.stdout
}

const pageFor = (phone: Partial<Phone>, bundle: string): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>weapp</title></head><body>
<script>window.phone=${JSON.stringify(phone)};window.bundle=${bundle}</script><script type="module" src="/weapp-runner/host.js"></script></body></html>`

interface Opening {
  browser: Browser
  /** The server under test; the page lives at its origin, so that nothing stands between them. */
  url: string
  dist: string
  phone: Partial<Phone> & Pick<Phone, 'openid'>
}

export interface Weapp {
  page: Page
  /** Console errors and thrown errors so far. */
  faults: string[]
  noted: () => Promise<string[]>
  close: () => Promise<void>
}

/** One phone with WeChat on it, running the production bundle as it was built. */
export async function openWeapp({ browser, url, dist, phone }: Opening): Promise<Weapp> {
  const [host, bundle] = [bundleHost(), JSON.stringify(compileWeapp(dist)).replaceAll('</', '<\\/')]
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  // The page is handed in by the runner, so the browser takes the server's sockets for a foreign machine's.
  await context.grantPermissions(['local-network-access'])
  await context.route('**/weapp-runner/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop() ?? ''
    if (name === 'host.js') return route.fulfill({ contentType: 'text/javascript', body: host })
    if (FIXTURES[name]) return route.fulfill({ contentType: FIXTURES[name], body: readFileSync(here(`../fixtures/${name}`)) })
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageFor(phone, bundle) })
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  await page.goto(`${url}/weapp-runner/`)
  return {
    page, faults,
    noted: () => page.evaluate(() => window.weapp.noted.map(({ words }) => words)),
    close: () => context.close(),
  }
}
