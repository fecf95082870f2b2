import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createDiskStorage } from './disk-storage'
import { isKey, keyOfPath, pathOfKey } from './key'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'storage-'))
})
afterEach(() => rm(root, { recursive: true }))

const storage = () => createDiskStorage(root)
const bytes = (text: string) => Buffer.from(text)

test('what was put is read back whole, in part, and described', async () => {
  await storage().put('photo/01J8/full.jpg', bytes('hello world'))
  expect((await buffer(storage().get('photo/01J8/full.jpg'))).toString()).toBe('hello world')
  expect((await buffer(storage().get('photo/01J8/full.jpg', { start: 6, end: 8 }))).toString()).toBe('wor')
  expect(await storage().stat('photo/01J8/full.jpg')).toMatchObject({ bytes: 11 })
})

test('a missing key has no description, cannot be removed, and fails when read', async () => {
  expect(await storage().stat('photo/none')).toBeNull()
  expect(await storage().remove('photo/none')).toBe(false)
  await expect(buffer(storage().get('photo/none'))).rejects.toThrow('ENOENT')
})

test('a removed key is gone', async () => {
  await storage().put('photo/a', bytes('x'))
  expect(await storage().remove('photo/a')).toBe(true)
  expect(await storage().stat('photo/a')).toBeNull()
})

test('a key put again is replaced, and twenty writers at once leave one whole file', async () => {
  const texts = Array.from({ length: 20 }, (_, at) => String(at).repeat(50_000))
  const store = storage()
  await Promise.all(texts.map((text) => store.put('voice/same', bytes(text))))
  expect(texts).toContain((await buffer(store.get('voice/same'))).toString())
  expect(await readdir(join(root, '.drafts'))).toEqual([])
})

test('drafts of a killed writer are cleared after an hour, fresh ones stay', async () => {
  const drafts = join(root, '.drafts')
  await mkdir(drafts)
  await writeFile(join(drafts, 'old'), 'half')
  await writeFile(join(drafts, 'fresh'), 'half')
  const twoHoursAgo = new Date(Date.now() - 2 * 3600_000)
  await utimes(join(drafts, 'old'), twoHoursAgo, twoHoursAgo)
  await storage().put('photo/a', bytes('x'))
  expect(await readdir(drafts)).toEqual(['fresh'])
})

describe('keys', () => {
  test.each(['photo/a', 'photo/01J8ZK/full.jpg', 'a/b/c/d', 'Voice/x-1_2.m4a'])('%s is one', (key) => {
    expect(isKey(key)).toBe(true)
    expect(keyOfPath(pathOfKey(key))).toBe(key)
  })

  test.each([
    '', 'photo', '/etc/passwd', 'photo/../../etc/passwd', 'photo/..', '../x/y', 'photo/.hidden', 'photo//a', 'photo/a/',
    'photo/a\0b', 'photo/a b', 'photo/a!b', 'photo/照片', 'photo\\a', 'a/b/c/d/e', `photo/${'x'.repeat(101)}`, '.drafts/x', 'C:/x',
  ])('%j is none, and nothing is touched', async (key) => {
    expect(isKey(key)).toBe(false)
    const store = storage()
    await expect(store.put(key, bytes('x'))).rejects.toThrow('not a storage key')
    await expect(store.stat(key)).rejects.toThrow('not a storage key')
    await expect(store.remove(key)).rejects.toThrow('not a storage key')
    expect(() => store.get(key)).toThrow('not a storage key')
    expect(await readdir(root)).toEqual([])
  })
})

describe('lists', () => {
  const names = Array.from({ length: 57 }, (_, at) => `photo/p${at}/full.jpg`)
  const all = async (prefix: string, limit: number) => {
    const store = storage()
    const pages: string[][] = []
    let after: string | undefined
    do {
      const page = await store.list({ prefix, limit, ...(after ? { after } : {}) })
      pages.push(page.keys)
      after = page.next
    } while (after)
    return pages
  }
  beforeEach(async () => {
    const store = storage()
    for (const key of [...names, 'photos/other', 'voice/a', 'voice/b']) await store.put(key, bytes('x'))
  })

  test.each([1, 10, 57, 100])('every key once, in pages of %i', async (limit) => {
    const pages = await all('photo/', limit)
    expect(pages.flat().toSorted()).toEqual(names.toSorted())
    expect(pages.every((page) => page.length <= limit)).toBe(true)
    expect(pages).toHaveLength(Math.ceil(57 / limit))
  })

  test.each([['photo', 58], ['voice/', 2], ['photo/p1', 11], ['', 60], ['none/', 0], ['photo/p7/', 1]])(
    'the prefix "%s" finds %i',
    async (prefix, count) => {
      expect((await all(prefix, 7)).flat()).toHaveLength(count)
    },
  )

  test('keys removed between pages do not hide others', async () => {
    const store = storage()
    const first = await store.list({ prefix: 'photo/', limit: 20 })
    for (const key of first.keys) await store.remove(key)
    const rest = await store.list({ prefix: 'photo/', limit: 100, after: first.next ?? '' })
    expect([...first.keys, ...rest.keys].toSorted()).toEqual(names.toSorted())
  })

  test('files that are no keys are left out', async () => {
    await mkdir(join(root, 'photo/zz/zz'), { recursive: true })
    await writeFile(join(root, 'photo/zz/zz/stray'), 'x')
    expect((await all('photo/', 100)).flat()).toHaveLength(57)
  })
})
