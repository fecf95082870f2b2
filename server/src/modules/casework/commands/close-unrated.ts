import { stoppedClock } from '@xiangli/shared/casework/clock'
import { rateByOf } from '@xiangli/shared/casework/rules'
import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { act } from '../act'
import { Cases } from '../case.model'
import { applyWaiting } from '../sealed/apply-handed'
import { typeOf } from '../types'

/** 未评价: closes by itself after the type's days, and never counts as satisfied. */
export const closeUnrated = defineCommand('casework.closeUnrated', {
  run: async (ctx, { caseId }) => {
    const found = await Cases.need({ _id: caseId })
    const record = await applyWaiting(ctx, found)
    // What the requester handed in was done instead.
    if (record.rev !== found.rev) return { closed: record.state === 'closed' }
    // Refused, not done as nothing: a row in the journal would use up the key before it is time.
    const isDue = record.answeredAt !== null && rateByOf(typeOf(record), record.answeredAt) <= ctx.now
    if (record.state !== 'answered' || !isDue) fail('casework.wrongState')
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
