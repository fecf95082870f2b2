import { randomBytes } from 'node:crypto'
import { dayOf } from '@xiangli/shared/core/time'
import type { Context } from '../../core/operation'
import { services } from '../../core/services'
import { Files, type FileDoc } from './file.model'
import { normalise } from './normalise'
import { removeStored } from './stored'
import { storageKey } from './variants'

/** Checked, made anew and in storage; no record names it yet. */
export type DraftedFile = Pick<FileDoc, 'stem' | 'kind' | 'width' | 'height' | 'seconds' | 'waveform'>

/** Outside the transaction: it reads every byte. */
export const draftFile = async (ctx: Context, kind: FileDoc['kind'], bytes: Buffer): Promise<DraftedFile> => {
  const { facts, parts } = await normalise(kind, bytes)
  const stem = `${ctx.county}/${dayOf(ctx.now).slice(0, 7).replace('-', '')}/${randomBytes(16).toString('hex')}`
  for (const [variant, part] of parts) await services().storage.put(storageKey({ stem }, variant), part)
  return { stem, kind, ...facts }
}

/** Inside the transaction: from here on it is this actor's, and swept unless something claims it. */
export const keepDrafted = (ctx: Context, fileId: string, drafted: DraftedFile): Promise<FileDoc> =>
  Files.add({ _id: fileId, county: ctx.county, uploaderId: ctx.actor.id, ...drafted, at: ctx.now, claim: null })

/** A commit whose answer got lost may stand: bytes that a record names are never taken away. */
export const discardDrafted = async (drafted: DraftedFile): Promise<void> => {
  if (!(await Files.one({ stem: drafted.stem }))) await removeStored([drafted])
}
