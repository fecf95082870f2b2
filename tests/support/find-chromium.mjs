// A browser for the tests: CHROMIUM_PATH → PATH → usual places → Playwright's cache → apt → Playwright's download.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** @typedef {(line: string) => void} Say */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean)
    .flatMap((folder) => [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`]),
]
const INSIDE = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Chromium.app/Contents/MacOS/Chromium', 'chrome-win/chrome.exe', 'chrome-win64/chrome.exe']

const playwrightFolder = () => process.env.PLAYWRIGHT_BROWSERS_PATH
  ?? (process.platform === 'darwin' ? join(homedir(), 'Library/Caches/ms-playwright')
    : process.platform === 'win32' ? join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright')
      : join(homedir(), '.cache/ms-playwright'))

const inPlaywright = () => {
  const folder = playwrightFolder()
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name)).sort().reverse()
    .flatMap((name) => INSIDE.map((path) => join(folder, name, path)))
}

/** @returns {string | undefined} */
export const findChromium = () => {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name + suffix)))
  return [...onPath, ...PLACES, ...inPlaywright()].find((path) => existsSync(path))
}

export const isAptMachine = () => existsSync('/etc/debian_version') && process.getuid?.() === 0

const hasChineseFont = () => {
  if (process.platform !== 'linux') return true
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

/** @param {string} command @param {string[]} args @param {number} limitMs @returns {Promise<{ ok: boolean, output: string }>} */
const attempt = (command, args, limitMs) => new Promise((resolve) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  // Node's own `timeout` keeps the process waiting when the command does not exist.
  setTimeout(() => child.kill(), limitMs).unref()
  let output = ''
  child.stdout.on('data', (chunk) => { output += chunk })
  child.stderr.on('data', (chunk) => { output += chunk })
  child.once('error', (error) => resolve({ ok: false, output: error.message }))
  child.once('close', (code) => resolve({ ok: code === 0, output }))
})

/** Waits while another apt holds the lock. @param {string[]} args @returns {Promise<boolean>} */
const apt = async (args) => {
  for (let tries = 0; tries < 20; tries += 1) {
    const { ok, output } = await attempt('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], 600_000)
    if (ok) return true
    if (!/could not get lock|unable to (acquire|lock)/i.test(output)) return false
    await sleep(10_000)
  }
  return false
}

/** @param {string[]} packages @param {Say} say */
const aptInstall = async (packages, say) => {
  if (!isAptMachine()) return
  say(`安装 ${packages.join(' ')}（apt-get）…`)
  if (await apt(['update', '-qq'])) await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages])
}

/** @param {Say} say */
const playwrightInstall = async (say) => {
  say('下载 Chromium（Playwright）…')
  const cli = fileURLToPath(new URL('../../node_modules/playwright-core/cli.js', import.meta.url))
  await attempt(process.execPath, [cli, 'install', 'chromium'], 300_000)
}

/** @param {Say} say @returns {Promise<string | undefined>} the path, or undefined when none can be had */
export const ensureChromium = async (say) => {
  const missing = [...(findChromium() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]
  if (missing.length > 0) await aptInstall(missing, say)
  if (!findChromium()) await playwrightInstall(say)
  if (!hasChineseFont()) say('没有中文字体，页面截图里的汉字会是方框：sudo apt-get install -y fonts-noto-cjk')
  return findChromium()
}

export const HOW_TO_ADD = '没有找到 Chromium，浏览器测试算作失败。加上它：sudo apt-get update && sudo apt-get install -y chromium fonts-noto-cjk'
  + '（或设 CHROMIUM_PATH）。No Chromium was found; the command above adds it.'
