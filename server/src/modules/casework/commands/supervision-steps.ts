import { afterFeedback, openSupervision, whyNotPromise } from '@xiangli/shared/casework/supervision'
import { workingTime } from '../../calendar'
import { fail, refuse } from '../../../core/fail'
import { newId } from '../../../core/ids'
import type { CommandContext } from '../../../core/operation'
import { parentUnit } from '../../region'
import type { CaseDoc } from '../case.model'
import { unitAbove, unitActingOn } from '../parties'
import { stepCommand } from '../step-command'
import { typeOf } from '../types'

/** 督办反馈: what is the matter, what is being done, by when; from then on the promised day is the duty. */
export const fileFeedback = stepCommand('casework.fileFeedback', (ctx, { reason, measures, promisedAt }) => {
  const promised = new Date(promisedAt)
  return {
    action: 'fileFeedback',
    event: 'casework.feedbackFiled',
    outcome: ({ supervision }) => {
      refuse(whyNotPromise(promised, ctx.now, workingTime()))
      return supervision ? { supervision: afterFeedback(supervision, promised) } : {}
    },
    form: { feedback: { reason, measures, promisedAt: promised, byId: ctx.actor.id, at: ctx.now } },
    said: { words: `原因：${reason}\n措施：${measures}` },
  }
})

/** 签认: the owner answers for what the handler reported; the supervision ends with it. */
export const signResult = stepCommand('casework.signResult', (ctx) => ({
  action: 'signResult',
  event: 'casework.resultSigned',
  outcome: ({ answer }) => (answer?.byId === ctx.actor.id ? fail('casework.ownRequest') : { supervision: null }),
  form: { signedById: ctx.actor.id },
}))

/** 挂牌督办: a unit above lists the case; the owner owes feedback as if it were red, the owner stays. */
export const listForSupervision = stepCommand('casework.listForSupervision', (ctx, { reason }) => ({
  action: 'listForSupervision',
  event: 'casework.listedForSupervision',
  outcome: (record) => ({ supervision: listedBy(ctx, record), timeRequest: null }),
  said: { words: reason },
}))

const listedBy = (ctx: CommandContext, record: CaseDoc) =>
  openSupervision({
    id: newId(ctx.now), kind: 'listed', unitId: record.ownerUnitId, byUnitId: unitAbove(ctx.actor, record, 'listForSupervision'),
    isTop: !parentUnit(record.ownerUnitId), before: null, state: record.state, now: ctx.now, work: workingTime(), days: typeOf(record),
  })

/** 领导包案: shown to the requester by name; owner and handler keep their duties. */
export const takeCharge = stepCommand('casework.takeCharge', (ctx, { reason }) => ({
  action: 'takeCharge',
  event: ({ leader }) => (leader?.before ? 'casework.chargeReplaced' : 'casework.chargeTaken'),
  outcome: (record) => {
    const before = record.leader?.personId
    if (before === ctx.actor.id) fail('casework.alreadyInCharge')
    // Another's name stands before the requester: it is not taken down by the way.
    if (before && !reason) fail('casework.chargeIsTaken', { field: 'reason' })
    return { leader: { personId: ctx.actor.id, unitId: unitActingOn(ctx.actor, record, 'takeCharge'), since: ctx.now, ...(before ? { before } : {}) } }
  },
  said: { words: reason },
}))
