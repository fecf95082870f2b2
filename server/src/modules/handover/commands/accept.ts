import { whyNotAccept } from '@xiangli/shared/handover/rules'
import { fail, refuse } from '../../../core/fail'
import { defineCommand, type Context } from '../../../core/operation'
import { noteSignedFor } from '../../duty'
import { standOf } from '../current'
import { Handovers, type HandoverDoc } from '../handover.model'
import { freeze, needCurrent, presentDone, signatureOf, tell } from '../take-part'

type Current = Awaited<ReturnType<typeof needCurrent>>

/** Compare-and-set on the signed list's revision; alone, the unique index on the shift. */
const write = async (ctx: Context, current: Current, words: string | undefined): Promise<HandoverDoc> => {
  const accepted = signatureOf(ctx, words)
  const { handover, arriving } = current
  if (!handover) return freeze(ctx, current, { signed: null, accepted })
  const by = arriving
    ? { shiftId: arriving._id, from: arriving.from, to: arriving.to, mainId: arriving.mainId, ...(arriving.backupId ? { backupId: arriving.backupId } : {}) }
    : null
  const { _id, rev } = handover
  return (await Handovers.change({ _id, rev, accepted: null }, { $set: { accepted, arriving: by, rev: rev + 1 } })) ?? fail('handover.alreadyAccepted')
}

/** From here on the urgent matters of the shift before are this one's, and the earlier phones are quiet. */
export const accept = defineCommand('handover.accept', {
  run: async (ctx, { words, ...aim }) => {
    const current = await needCurrent(ctx, aim)
    refuse(whyNotAccept(standOf(current), { actorId: ctx.actor.id, now: ctx.now, hasWords: words !== undefined }))
    const handover = await write(ctx, current, words)
    await noteSignedFor(handover.shiftId)
    tell(ctx, { unit: current.unit, handover, name: 'handover.accepted' })
    return handover
  },
  present: presentDone,
  reload: (_ctx, { id }) => Handovers.need({ _id: id }),
})
