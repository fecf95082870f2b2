import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import { endAll, launch, newDataDir, readNote } from './instance'

jest.setTimeout(150_000)
afterAll(endAll)

test('two instances run side by side; a second one on the same data is refused with the number of the first', async () => {
  const [one, two] = await Promise.all([launch(), launch()])
  expect(await one.isUp()).toBe(true)
  expect(await two.isUp()).toBe(true)

  const same = await launch({ dataDir: one.dataDir })
  expect(await same.isUp()).toBe(false)
  expect(same.output()).toContain(`is in use by process ${one.pid}`)

  const taken = await launch({ port: two.port })
  expect(await taken.isUp()).toBe(false)
  expect(taken.output()).toContain(`Port ${two.port} is taken`)

  expect((await one.end('SIGINT')).code).toBe(0)
  expect(await two.isUp()).toBe(true)
  expect((await two.end('SIGINT')).code).toBe(0)
})

test('when another program took its port, MongoDB moves and its replica set with it', async () => {
  const first = await launch()
  expect(await first.isUp()).toBe(true)
  await first.end('SIGINT')
  const { port } = readNote<{ port: number }>(first.dataDir, 'mongo.json')
  const squatter = createServer((_, answer) => answer.end()).listen(port, '127.0.0.1')

  const moved = await launch({ dataDir: first.dataDir })
  expect(await moved.isUp()).toBe(true)
  expect(readNote<{ port: number }>(first.dataDir, 'mongo.json').port).not.toBe(port)
  await moved.end('SIGINT')
  squatter.close()
})

test('data written by another major version of MongoDB is refused clearly', async () => {
  const dataDir = newDataDir()
  const note = join(dataDir, 'mongo.json')
  writeFileSync(note, JSON.stringify({ version: '3.6' }))
  const refused = await launch({ dataDir, env: { MONGOD: process.env.MONGOD ?? '' } })
  expect(await refused.isUp()).toBe(false)
  expect(refused.output()).toMatch(/MongoDB 3\.6/)
  expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual({ version: '3.6' })
})
