import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import { endAll, isAlive, launch, newDataDir, noted } from './instance'

jest.setTimeout(150_000)
afterAll(endAll)

test('after kill -9 the next start ends what was left and comes up on the same data', async () => {
  const killed = await launch()
  expect(await killed.isUp()).toBe(true)
  const left = noted(killed.dataDir)
  await killed.end('SIGKILL')

  const next = await launch({ dataDir: killed.dataDir, port: killed.port })
  expect(await next.isUp()).toBe(true)
  expect(Object.values(left).filter(({ pid }) => isAlive(pid))).toEqual([])
  expect((await next.end('SIGINT')).code).toBe(0)
})

test('a process that merely got the number of an old one is left alone', async () => {
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  const dataDir = newDataDir()
  const note = { pid: stranger.pid, started: 'another boot:1' }
  writeFileSync(join(dataDir, 'launch.lock'), JSON.stringify(note))
  writeFileSync(join(dataDir, 'launch.json'), JSON.stringify({ children: { server: note } }))
  writeFileSync(join(dataDir, 'mongo.json'), JSON.stringify({ process: note }))

  const one = await launch({ dataDir })
  expect(await one.isUp()).toBe(true)
  expect(isAlive(stranger.pid ?? 0)).toBe(true)
  await one.end('SIGINT')
  stranger.kill()
})
