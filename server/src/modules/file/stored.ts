import type { ReadStream } from 'node:fs'
import { withAmbient } from '../../core/context'
import { services } from '../../core/services'
import { Files, type FileDoc } from './file.model'
import { storageKeysOf, variantNamed } from './variants'

export const removeStored = async (files: readonly Pick<FileDoc, 'kind' | 'stem'>[]): Promise<void> => {
  for (const key of files.flatMap(storageKeysOf)) await services().storage.remove(key)
}

export interface FoundFile {
  stream: ReadStream
  mime: string
  /** Of the whole file, also when only a range of it is sent. */
  bytes: number
  range?: { start: number; end: number }
}

const ADDRESS = /^\/files\/([0-9A-Z]{26})\/([a-z]+\.[a-z0-9]+)\?/

/**
 * The bytes behind a signed link, or null: a link that was altered, has run out or names nothing is
 * the same 404. `range` is the request's Range header: phones play audio by parts.
 */
export const findForLink = async (link: string, at: Date, range?: string): Promise<FoundFile | null> => {
  const [, id, name] = ADDRESS.exec(link) ?? []
  const { vault, config, storage } = services()
  if (!id || !name || !vault.verifyLink(link, at)) return null
  const file = await withAmbient({ county: config.county }, () => Files.one({ _id: id }))
  const variant = file && variantNamed(name, file.kind)
  if (!file || !variant) return null
  const key = `${file.stem}${variant.ending}`
  const stored = await storage.stat(key)
  if (!stored) return null
  const part = rangeOf(range, stored.bytes)
  return { stream: storage.get(key, part), mime: variant.mime, bytes: stored.bytes, ...(part ? { range: part } : {}) }
}

/** One range only; several, or none that fits, are answered with the whole file (RFC 9110, 14.2). */
const rangeOf = (header: string | undefined, bytes: number): { start: number; end: number } | undefined => {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined
  const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from)
  const end = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  return start <= end ? { start, end } : undefined
}
