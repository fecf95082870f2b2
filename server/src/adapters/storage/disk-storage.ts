import { randomBytes } from 'node:crypto'
import type { ReadStream } from 'node:fs'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { keyOfPath, pathOfKey } from './key'
import { walkFiles } from './walk'

export interface StoredFile {
  bytes: number
  modifiedAt: Date
}

export interface KeyPage {
  keys: string[]
  /** Give it back as `after` for the next page; absent on the last. */
  next?: string
}

/** What a disk, a NAS or an object store offers alike. Keys: `area/name` or `area/folder/name`. */
export interface FileStorage {
  /** All or nothing, and on disk when it returns; a key put again is replaced. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** A stream of the whole or of a byte range (both ends included). Call `stat` first: a missing key fails on reading. */
  get(key: string, range?: { start: number; end: number }): ReadStream
  stat(key: string): Promise<StoredFile | null>
  /** False when there was nothing. */
  remove(key: string): Promise<boolean>
  /** Each key once, in a fixed order that is not the alphabet's. */
  list(query: { prefix: string; after?: string; limit: number }): Promise<KeyPage>
}

const DRAFTS = '.drafts'
const ABANDONED_MS = 60 * 60 * 1000

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const writeDraft = async (path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Drafts of a process that was killed while writing. */
const sweepDrafts = async (drafts: string): Promise<void> => {
  await mkdir(drafts, { recursive: true, mode: 0o700 })
  for (const name of await readdir(drafts)) {
    const path = join(drafts, name)
    const age = await stat(path).then(({ mtimeMs }) => Date.now() - mtimeMs, () => 0)
    if (age > ABANDONED_MS) await rm(path, { force: true })
  }
}

const statFile = async (path: string): Promise<StoredFile | null> => {
  try {
    const { size, mtime } = await stat(path)
    return { bytes: size, modifiedAt: mtime }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

const removeFile = async (path: string): Promise<boolean> => {
  try {
    await rm(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

const listPage = async (root: string, query: { prefix: string; after?: string; limit: number }): Promise<KeyPage> => {
  const { prefix, after, limit } = query
  const [area = '', ...rest] = prefix.split('/')
  const isWanted = (name: string) => (rest.length > 0 ? name === area : name.startsWith(area))
  const keys: string[] = []
  let last: string | undefined
  for await (const path of walkFiles({ root, isWanted, after: after && pathOfKey(after) })) {
    const key = keyOfPath(path)
    if (!key?.startsWith(prefix)) continue
    if (keys.length === limit) return last === undefined ? { keys } : { keys, next: last }
    keys.push(key)
    last = key
  }
  return { keys }
}

export const createDiskStorage = (root: string): FileStorage => {
  const drafts = join(root, DRAFTS)
  let swept: Promise<void> | undefined
  const pathOf = (key: string): string => join(root, pathOfKey(key))

  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await (swept ??= sweepDrafts(drafts))
      const draft = join(drafts, randomBytes(12).toString('hex'))
      const folder = dirname(path)
      const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeDraft(draft, bytes)
      await rename(draft, path)
      await syncFolder(folder)
      // A new folder is itself an entry that a power cut could lose.
      if (firstMade) for (let up = folder; up.length >= firstMade.length; up = dirname(up)) await syncFolder(dirname(up))
    },
    get: (key, range) => createReadStream(pathOf(key), range),
    stat: async (key) => statFile(pathOf(key)),
    remove: async (key) => removeFile(pathOf(key)),
    list: (query) => listPage(root, query),
  }
}
