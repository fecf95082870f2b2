import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const dist = fileURLToPath(new URL('../../miniprogram/dist/weapp', import.meta.url))
const LIMIT = 500 * 1024

interface Packages {
  pages: string[]
  subPackages: { root: string }[]
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesOf(path) : [path]
  })
const sizeOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0)

const { pages, subPackages } = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as Packages
const roots = subPackages.map(({ root }) => root)
const all = filesOf(dist)
const inPackage = (root: string) => all.filter((file) => file.startsWith(join(dist, root)))

test('the main package and each subpackage stay below 500 KB', () => {
  const main = all.filter((file) => !roots.some((root) => file.startsWith(join(dist, root))))
  const sizes = { main: sizeOf(main), ...Object.fromEntries(roots.map((root) => [root, sizeOf(inPackage(root))])) }
  process.stdout.write(`weapp packages: ${Object.entries(sizes).map(([name, size]) => `${name} ${Math.round(size / 1024)} KB`).join(', ')}\n`)
  expect(Object.entries(sizes).filter(([, size]) => size > LIMIT)).toEqual([])
})

test('the main package holds the tab pages and nothing else', () => {
  expect(pages).toEqual(['home', 'services', 'inbox', 'me'].map((name) => `pages/${name}/index`))
})

test('zod is not in the bundle', () => {
  const scripts = all.filter((file) => file.endsWith('.js'))
  expect(scripts.filter((file) => /ZodError|\$ZodType|zod\.dev/.test(readFileSync(file, 'utf8')))).toEqual([])
})
