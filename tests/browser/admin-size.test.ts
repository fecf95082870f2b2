import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
}

const DIST = join(process.cwd(), 'admin/dist')
const KB = 1024

const manifest = (): Record<string, Chunk> => JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>

/** What the browser must have before login and shell can be drawn: the entry and all it imports. */
const firstRoute = (chunks: Record<string, Chunk>): Set<string> => {
  const files = new Set<string>(['index.html'])
  const visit = (key: string): void => {
    const chunk = chunks[key]
    if (!chunk || files.has(chunk.file)) return
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    chunk.imports?.forEach(visit)
  }
  Object.keys(chunks).filter((key) => chunks[key]?.isEntry).forEach(visit)
  return files
}

const zipped = (file: string): number => gzipSync(readFileSync(join(DIST, file))).length

test('login and shell are at most 350 KB gzip', () => {
  const total = [...firstRoute(manifest())].reduce((sum, file) => sum + zipped(file), 0)
  expect(total / KB).toBeLessThanOrEqual(350)
})

test('maps, tables of the journal and the case page are not in the first route', () => {
  const chunks = manifest()
  const first = firstRoute(chunks)
  const later = ['CaseMapPage', 'CasePage', 'JournalPage', 'PointMap'].map((name) => Object.keys(chunks).find((key) => key.endsWith(`${name}.tsx`)) ?? name)
  expect(later.filter((key) => first.has(chunks[key]?.file ?? key))).toEqual([])
})

test('the style sheets hold nothing Chromium 92 does not know', () => {
  const css = Object.values(manifest()).flatMap(({ css: sheets, file }) => [...(sheets ?? []), ...(file.endsWith('.css') ? [file] : [])])
  const unknown = /:has\(|@container|@layer|color-mix\(|\d(?:dvh|svh|lvh|cqw)\b|&\s*[:.[]/
  const guilty = [...new Set(css)].filter((file) => unknown.test(readFileSync(join(DIST, file), 'utf8')))
  expect(css.length).toBeGreaterThan(0)
  expect(guilty).toEqual([])
})
