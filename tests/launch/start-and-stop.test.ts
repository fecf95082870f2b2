import { afterAll, expect, jest, test } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { endAll, isAlive, launch, noted, readNote } from './instance'

jest.setTimeout(240_000)
afterAll(endAll)

const databaseOf = (dataDir: string) =>
  new MongoClient(readNote<{ environment: { MONGODB_URI: string } }>(dataDir, 'launch.json').environment.MONGODB_URI)

test('a first start prints where to look, Ctrl-C leaves nothing running, a second start keeps the data', async () => {
  const first = await launch({ env: { XIANGLI_SEED: '1' } })
  expect(await first.isUp()).toBe(true)
  expect(first.output()).toContain('演示账号')
  expect(first.output()).toContain(`http://localhost:${first.port}/admin/`)
  expect(first.output()).toContain(`http://localhost:${first.port}/m/`)
  const processes = noted(first.dataDir)
  expect(Object.keys(processes)).toEqual(expect.arrayContaining(['simulators', 'server', 'mongod']))

  const before = databaseOf(first.dataDir)
  await before.db().collection('kept').insertOne({ word: '还在' })
  await before.close()

  const { code, ms } = await first.end('SIGINT')
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  expect(Object.values(processes).filter(({ pid }) => isAlive(pid))).toEqual([])

  const begun = Date.now()
  const second = await launch({ dataDir: first.dataDir, port: first.port, env: { XIANGLI_SEED: '1' } })
  expect(await second.isUp()).toBe(true)
  expect(Date.now() - begun).toBeLessThan(30_000)
  const after = databaseOf(first.dataDir)
  expect(await after.db().collection('kept').countDocuments({ word: '还在' })).toBe(1)
  await after.close()
  expect((await second.end('SIGTERM')).code).toBe(0)
})

test('a server that dies comes back by itself and the terminal says so', async () => {
  const one = await launch()
  expect(await one.isUp()).toBe(true)
  process.kill(noted(one.dataDir).server?.pid ?? 0, 'SIGKILL')
  expect(await one.isUp()).toBe(true)
  expect(one.output()).toContain('server 意外退出')
  expect((await one.end('SIGHUP')).code).toBe(0)
})
