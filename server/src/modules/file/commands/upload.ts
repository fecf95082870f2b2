import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { discardDrafted, draftFile, keepDrafted, type DraftedFile } from '../draft-file'
import { Files } from '../file.model'
import { presentFile } from '../present'

/** Files nothing uses yet, of one person: far more than a phone ever has waiting, and not a disk full. */
const MAX_WAITING = 100

const refuseHoard = async (uploaderId: string): Promise<void> => {
  const waiting = await Files.count({ uploaderId, claim: null }, MAX_WAITING)
  if (waiting >= MAX_WAITING) fail('core.tooMany', { retryAfterSeconds: 3600 })
}

export const upload = defineCommand('file.upload', {
  prepare: async (ctx, { kind }): Promise<DraftedFile> => {
    const { bytes } = ctx.attachment ?? fail('file.missing')
    await refuseHoard(ctx.actor.id)
    return draftFile(ctx, kind, bytes)
  },
  run: async (ctx, { fileId }, drafted) => {
    const file = await keepDrafted(ctx, fileId, drafted)
    ctx.record({ type: 'file', id: fileId })
    return file
  },
  present: (ctx, file) => presentFile(file, ctx.now),
  reload: async (ctx, { id }) => Files.need({ _id: id, uploaderId: personIdOf(ctx) }),
  discard: discardDrafted,
})
