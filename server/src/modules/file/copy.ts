import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { dayOf } from '@xiangli/shared/core/time'
import { ambient } from '../../core/context'
import { fail } from '../../core/fail'
import { newId } from '../../core/ids'
import { services } from '../../core/services'
import { Files, type Claim, type FileDoc } from './file.model'
import { removeStored } from './stored'
import { storageKeysOf } from './variants'

/** A photo under another id, with bytes of its own; not yet a record. */
export type CopiedPhoto = Pick<FileDoc, '_id' | 'kind' | 'stem' | 'width' | 'height'>

const copyOne = async (file: FileDoc, at: Date): Promise<CopiedPhoto> => {
  const { storage } = services()
  const { kind, width, height } = file
  const stem = `${ambient().county}/${dayOf(at).slice(0, 7).replace('-', '')}/${randomBytes(16).toString('hex')}`
  for (const key of storageKeysOf(file)) await storage.put(`${stem}${key.slice(file.stem.length)}`, await buffer(storage.get(key)))
  return { _id: newId(at), kind, stem, ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) }
}

/** Copies in the order asked; nothing of when and by whom the originals were sent goes with them. Outside the transaction. */
export const copyPhotos = async (ids: readonly string[], at: Date): Promise<CopiedPhoto[]> => {
  const files = new Map((await Files.list({ _id: { $in: [...ids] }, kind: 'photo' })).map((file) => [file._id, file]))
  const copies = []
  for (const id of ids) copies.push(await copyOne(files.get(id) ?? fail('core.notFound'), at))
  return copies
}

/** Bytes no record names; a commit whose answer got lost may stand. */
export const dropCopies = async (copies: readonly CopiedPhoto[]): Promise<void> => {
  const kept = new Set((await Files.list({ _id: { $in: copies.map(({ _id }) => _id) } }, { projection: { _id: 1 } })).map(({ _id }) => _id))
  await removeStored(copies.filter(({ _id }) => !kept.has(_id)))
}

export const keepCopies = (copies: readonly CopiedPhoto[], { target, by, at }: { target: Claim; by: string; at: Date }): Promise<void> =>
  Files.addMany(copies.map((copy) => ({ ...copy, county: ambient().county, uploaderId: by, at, claim: target })))
