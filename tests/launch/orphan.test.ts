import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { endAll, isAlive, newDataDir, newPort, until } from './instance'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const children: number[] = []

jest.setTimeout(90_000)
beforeAll(async () => {
  const script = "await (await import('./server/src/launch/bundle.mjs')).bundleAll(process.cwd(), ['simulators', 'cron'])"
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '' } })
})
afterAll(async () => {
  for (const pid of children) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  await endAll()
})

/** Starts the script as the launcher does, but for the kernel's help, tells its number, and then lives or goes. */
const PARENT = `
  const { spawn } = require('node:child_process')
  const { openSync } = require('node:fs')
  const log = openSync(process.env.LOG, 'a')
  const child = spawn(process.execPath, [process.env.SCRIPT], { stdio: ['ignore', log, log, 'ipc'], detached: true })
  process.stdout.write(child.pid + '\\n', () => { if (process.env.GOES === '1') process.exit(0) })
`

interface Family { parent: ChildProcess; child: number; log: () => string }

const start = async (script: string, goes: boolean): Promise<Family> => {
  const dataDir = newDataDir()
  const path = join(dataDir, 'child.log')
  const port = String(await newPort())
  const env = {
    ...process.env, NODE_OPTIONS: '', SCRIPT: join(ROOT, script), LOG: path, GOES: goes ? '1' : '0', XIANGLI_ROOT: ROOT, DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'info',
    MONGODB_URI: process.env.TEST_MONGODB_URI?.replace(/\/[^/?]*(\?|$)/, `/orphan_${port}$1`),
    SIMULATORS_PORT: port, WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 'secret', WECHAT_PEOPLE_FILE: join(dataDir, 'people.json'),
  }
  const parent = spawn(process.execPath, ['-e', PARENT], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const child = Number(await new Promise<string>((resolve) => parent.stdout!.once('data', (line) => resolve(String(line)))))
  children.push(child)
  return { parent, child, log: () => (existsSync(path) ? readFileSync(path, 'utf8') : '') }
}

test.each([
  ['simulators', 'server/dist/simulators.mjs', 'listening'],
  ['cron', 'cron/dist/main.mjs', 'cron runs'],
])('%s end by themselves when the process that started them is killed', async (_name, script, word) => {
  const { parent, child, log } = await start(script, false)
  expect(await until(() => log().includes(word), 30_000)).toBe(true)
  expect(isAlive(child)).toBe(true)

  parent.kill('SIGKILL')

  expect(await until(() => !isAlive(child), 10_000)).toBe(true)
})

test('a simulator whose parent was gone before it had started does not stay', async () => {
  const { child } = await start('server/dist/simulators.mjs', true)
  expect(await until(() => !isAlive(child), 15_000)).toBe(true)
})
