import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, jest, test } from '@jest/globals'
import { endAll, isAlive, launch, newDataDir, noted, readNote } from './instance'

jest.setTimeout(150_000)
afterAll(endAll)

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const job = (dataDir: string, ...args: string[]): Promise<{ code: number; output: string }> => new Promise((resolve) => {
  const env = { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir, MONGODB_URI: '' }
  execFile(process.execPath, ['server/src/launch/tool.mjs', 'job', ...args], { cwd: ROOT, env }, (error, stdout, stderr) =>
    resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }))
})

test('a job runs on the data of the running instance, which goes on', async () => {
  const one = await launch()
  expect(await one.isUp()).toBe(true)
  const { code, output } = await job(one.dataDir, 'casework.crossings', '--dry')
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('casework.crossings') })
  expect(await one.isUp()).toBe(true)
  await one.end('SIGINT')
})

test('with nothing running a job brings MongoDB along and takes it down again', async () => {
  const dataDir = newDataDir()
  const { code, output } = await job(dataDir, 'casework.noSuchJob')
  expect(code).toBe(2)
  expect(output).toContain('casework.crossings')
  expect(isAlive(readNote<{ process: { pid: number } }>(dataDir, 'mongo.json').process.pid)).toBe(false)
  expect(noted(dataDir).server).toBeUndefined()
})
