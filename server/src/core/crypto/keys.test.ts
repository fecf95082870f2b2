import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { loadKeys } from './keys'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const aKey = () => randomBytes(32).toString('base64')
const content = () => ({
  fieldKeys: { '1': aKey(), '2': aKey() } as Record<string, string>,
  current: '2',
  indexKey: aKey(),
  tokenKey: aKey(),
  linkKey: aKey(),
  journalKey: aKey(),
})
const written = (value: unknown): string => {
  const file = join(folder, 'keys.json')
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value))
  return file
}

test('a whole file is loaded, every version at hand', () => {
  const keys = loadKeys({ file: written(content()), demo: false })
  expect(keys.current).toBe('2')
  expect(keys.fieldKey('1')).toHaveLength(32)
  expect(keys.fieldKey('3')).toBeUndefined()
  expect(keys.fieldKey('constructor')).toBeUndefined()
})

test('a missing file is generated for a demo, private and only once', () => {
  const file = join(folder, 'deep', 'keys.json')
  const keys = loadKeys({ file, demo: true })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(loadKeys({ file, demo: true }).indexKey).toEqual(keys.indexKey)
  expect(readdirSync(join(folder, 'deep'))).toEqual(['keys.json'])
})

test('a missing file stops a server that is no demo', () => {
  expect(() => loadKeys({ file: join(folder, 'none.json'), demo: false })).toThrow('only when DEMO=1')
  expect(readdirSync(folder)).toEqual([])
})

test('a demo’s keys are refused by a server that is no demo', () => {
  const file = join(folder, 'keys.json')
  loadKeys({ file, demo: true })
  expect(() => loadKeys({ file, demo: false })).toThrow('holds a demo')
})

const twin = aKey()
test.each([
  ['no JSON', 'not json', 'is not JSON'],
  ['a key missing', { ...content(), linkKey: undefined }, 'linkKey'],
  ['a short key', { ...content(), tokenKey: randomBytes(16).toString('base64') }, 'tokenKey: must be base64 of 32 bytes'],
  ['a key in hex', { ...content(), tokenKey: randomBytes(32).toString('hex') }, 'tokenKey: must be base64'],
  ['current naming nothing', { ...content(), current: '9' }, 'current: names no field key'],
  ['a version that is no number', { ...content(), fieldKeys: { new: aKey() }, current: 'new' }, 'fieldKeys.new'],
  ['one key used twice', { ...content(), tokenKey: twin, linkKey: twin }, 'every key must differ'],
  ['a key nobody knows', { ...content(), extraKey: aKey() }, 'extraKey'],
])('a file with %s is refused, naming the fault', (_what, value, reason) => {
  expect(() => loadKeys({ file: written(value), demo: false })).toThrow(reason)
})

test('a refusal never quotes a key', () => {
  const bad = { ...content(), current: '9', linkKey: 'c2VjcmV0LWtleQ==' }
  const file = written(bad)
  let said = ''
  try {
    loadKeys({ file, demo: false })
  } catch (error) {
    said = String(error)
  }
  expect(said).toContain('linkKey')
  expect(said).not.toContain('c2VjcmV0')
  expect(readFileSync(file, 'utf8')).toContain('c2VjcmV0')
})
