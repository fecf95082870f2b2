import { expect, test } from '@jest/globals'
import { imports, isTest, show, sources } from './project'

const atRun = imports.filter(({ from, isTypeOnly }) => !isTypeOnly && !isTest(from))
const known = new Map(sources.flatMap((path) => [[path.replace(/\.[^.]+$/, ''), path], [path.replace(/\/index\.[^.]+$/, ''), path]]))

/** Everything the mini-program pulls into its bundle, followed through our own files; each with the way to it. */
const bundled = (): Map<string, string> => {
  const ways = new Map<string, string>()
  const queue = sources.filter((path) => path.startsWith('miniprogram/src/') && !isTest(path))
  for (const path of queue) ways.set(path, path)
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const { to } of atRun.filter(({ from }) => from === path)) {
      const target = known.get(to) ?? to
      if (ways.has(target)) continue
      ways.set(target, `${ways.get(path)} → ${target}`)
      if (known.has(to)) queue.push(target)
    }
  }
  return ways
}

test('the mini-program imports contracts as types only', () => {
  const wrong = atRun.filter(({ from, to }) => from.startsWith('miniprogram/src/') && /^shared\/src\/(.+\/contract(\/.+)?|catalog\/contracts)$/.test(to))
  expect(show(wrong)).toEqual([])
})

test('zod never reaches the mini-program, not by any way', () => {
  const ways = [...bundled()].filter(([target]) => /^zod(\/|$)/.test(target)).map(([, way]) => way)
  expect(ways).toEqual([])
})
