import { defineCommand } from '../../../core/operation'
import { Files, type FileDoc } from '../file.model'
import { removeStored } from '../stored'
import { listUnclaimed, unclaimedBefore } from '../sweep'

type Swept = { count: number; files: Pick<FileDoc, 'kind' | 'stem'>[] }

/** The records go first: bytes left behind by a crash in between are found by the walk over storage. */
export const sweep = defineCommand('file.sweep', {
  run: async (ctx, { limit, dry }): Promise<Swept> => {
    const found = await listUnclaimed(ctx.now, limit)
    ctx.record({ type: 'files', id: ctx.county })
    if (dry || found.length === 0) return { count: found.length, files: [] }
    const count = await Files.removeMany({ _id: { $in: found.map(({ _id }) => _id) }, ...unclaimedBefore(ctx.now) })
    return { count, files: found }
  },
  present: async (_ctx, { count, files }) => {
    await removeStored(files)
    return { removed: count }
  },
  reload: async () => ({ count: 0, files: [] }),
})
