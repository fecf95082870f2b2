import { stoppedClock } from '@xiangli/shared/casework/clock'
import { rateByOf } from '@xiangli/shared/casework/rules'
import { defineCommand } from '../../../core/operation'
import { act } from '../act'
import { Cases } from '../case.model'
import { typeNamed } from '../types'

/** 未评价: closes by itself after the type's days, and never counts as satisfied. */
export const closeUnrated = defineCommand('casework.closeUnrated', {
  run: async (ctx, { caseId }) => {
    const record = await Cases.one({ _id: caseId })
    ctx.record({ type: 'case', id: caseId })
    if (record?.state !== 'answered' || !record.answeredAt) return { closed: false }
    if (rateByOf(typeNamed(record.type), record.answeredAt) > ctx.now) return { closed: false }
    await act(ctx, { caseId, rev: record.rev }, {
      action: 'closeUnrated',
      event: 'casework.closedUnrated',
      outcome: () => ({ ...stoppedClock, closedAt: ctx.now, isUnrated: true }),
    })
    return { closed: true }
  },
  present: (_ctx, done) => done,
  reload: async () => ({ closed: false }),
})
