import { whyNotSign } from '@xiangli/shared/handover/rules'
import { refuse } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { standOf } from '../current'
import { Handovers } from '../handover.model'
import { freeze, needCurrent, presentDone, signatureOf, tell } from '../take-part'

/** The first signature makes the list: the unique index on the shift lets one in. */
export const sign = defineCommand('handover.sign', {
  run: async (ctx, { words, ...aim }) => {
    const current = await needCurrent(ctx, aim)
    refuse(whyNotSign(standOf(current), { actorId: ctx.actor.id, now: ctx.now }))
    const handover = await freeze(ctx, current, { signed: signatureOf(ctx, words), accepted: null })
    tell(ctx, { unit: current.unit, handover, name: 'handover.signed' })
    return handover
  },
  present: presentDone,
  reload: (_ctx, { id }) => Handovers.need({ _id: id }),
})
