import { randomBytes } from 'node:crypto'
import { dayOf } from '@xiangli/shared/core/time'
import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { services } from '../../../core/services'
import { personIdOf } from '../../../core/within'
import { Files, type FileDoc } from '../file.model'
import { normalise } from '../normalise'
import { presentFile } from '../present'
import { removeStored } from '../stored'
import { storageKey } from '../variants'

type Drafted = Pick<FileDoc, 'stem' | 'kind' | 'width' | 'height' | 'seconds' | 'waveform'>

/** Files nothing uses yet, of one person: far more than a phone ever has waiting, and not a disk full. */
const MAX_WAITING = 100

const refuseHoard = async (uploaderId: string): Promise<void> => {
  const waiting = await Files.count({ uploaderId, claim: null }, MAX_WAITING)
  if (waiting >= MAX_WAITING) fail('core.tooMany', { retryAfterSeconds: 3600 })
}

export const upload = defineCommand('file.upload', {
  prepare: async (ctx, { kind }): Promise<Drafted> => {
    const { bytes } = ctx.attachment ?? fail('file.missing')
    await refuseHoard(ctx.actor.id)
    const { facts, parts } = await normalise(kind, bytes)
    const stem = `${ctx.county}/${dayOf(ctx.now).slice(0, 7).replace('-', '')}/${randomBytes(16).toString('hex')}`
    for (const [variant, part] of parts) await services().storage.put(storageKey({ stem }, variant), part)
    return { stem, kind, ...facts }
  },
  run: async (ctx, { fileId }, drafted) => {
    const uploaderId = personIdOf(ctx)
    const file = await Files.add({ _id: fileId, county: ctx.county, uploaderId, ...drafted, at: ctx.now, claim: null })
    ctx.record({ type: 'file', id: fileId })
    return file
  },
  present: (ctx, file) => presentFile(file, ctx.now),
  reload: async (ctx, { id }) => Files.need({ _id: id, uploaderId: personIdOf(ctx) }),
  // A commit whose answer got lost may stand: bytes that a record names are never taken away.
  discard: async (drafted) => {
    if (!(await Files.one({ stem: drafted.stem }))) await removeStored([drafted])
  },
})
