import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { newDataDir, until } from './instance'

interface Settings { root: string; dataDir: string; logDir: string; buildsClients: boolean }
interface Board { stateOf: (name: 'h5') => string }
interface Launcher {
  buildClient: (name: 'h5', place: { root: string; logDir: string }) => Promise<{ ok: boolean; built: boolean }>
  isFresh: (root: string, name: 'h5') => boolean
  openBuildBoard: (settings: Settings) => Board
  keepBuilt: (settings: Settings, tools: { board: Board; say: (line: string) => void; signal: AbortSignal }) => Promise<void>
}

/** The launcher is plain JavaScript: what is used of it is typed here. */
const part = (name: string): Promise<Launcher> => import(new URL(`../../server/src/launch/${name}.mjs`, import.meta.url).href) as Promise<Launcher>
const { buildClient } = await part('client-build')
const { isFresh } = await part('client-stamp')
const { keepBuilt, openBuildBoard } = await part('clients')

let root: string
let said: string[]

const put = (path: string, content: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

/** Stands in for the builder, which takes a minute: a page, its script and a mark for each run. */
const TARO = `
  const fs = require('node:fs'), path = require('node:path')
  const out = process.env.TARO_OUTPUT_ROOT
  fs.mkdirSync(path.join(out, 'js'), { recursive: true })
  fs.writeFileSync(path.join(out, 'index.html'), 'page')
  fs.writeFileSync(path.join(out, 'js', 'app.js'), 'script')
  fs.appendFileSync(path.join(process.cwd(), '..', 'runs.txt'), 'x')
`

beforeEach(() => {
  root = newDataDir()
  said = []
  put('miniprogram/src/app.config.ts', 'export default {}')
  put('node_modules/@tarojs/cli/bin/taro', TARO)
  put('runs.txt', '')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const runs = (): number => readFileSync(join(root, 'runs.txt'), 'utf8').length
const build = () => buildClient('h5', { root, logDir: join(root, 'logs') })
const output = (path = ''): string => join(root, 'miniprogram/dist/h5', path)

test.each([['all of it', ''], ['its page', 'index.html'], ['a script', 'js/app.js']])('an output that lost %s is built again though its stamp is fresh', async (_what, path) => {
  expect(await build()).toMatchObject({ ok: true, built: true })
  expect(await build()).toMatchObject({ ok: true, built: false })

  rmSync(output(path), { recursive: true })

  expect(isFresh(root, 'h5')).toBe(false)
  expect(await build()).toMatchObject({ ok: true, built: true })
  expect([runs(), readFileSync(output('js/app.js'), 'utf8')]).toEqual([2, 'script'])
})

test('an output deleted while the launcher runs is noticed, said and built again; what is there is left alone', async () => {
  const settings = { root, dataDir: join(root, 'data'), logDir: join(root, 'logs'), buildsClients: true }
  mkdirSync(settings.dataDir)
  const board = openBuildBoard(settings)
  const end = new AbortController()
  const keeping = keepBuilt(settings, { board, say: (line) => void said.push(line), signal: end.signal })
  expect(await until(() => board.stateOf('h5') === 'ready', 10_000)).toBe(true)

  rmSync(output(), { recursive: true })

  expect(await until(() => runs() === 2 && board.stateOf('h5') === 'ready', 10_000)).toBe(true)
  expect(said.join('\n')).toContain('小程序网页版的文件不见了')
  await new Promise((resolve) => setTimeout(resolve, 4_000))
  expect(runs()).toBe(2)
  end.abort()
  await keeping
}, 40_000)
