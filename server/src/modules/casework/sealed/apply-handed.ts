import { whyNotAct } from '@xiangli/shared/casework/rules'
import { fail } from '../../../core/fail'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { take } from '../act'
import { Cases, type CaseDoc } from '../case.model'
import { shown } from '../commands/crossings'
import { requesterSteps } from '../requester-steps'
import { withParent } from '../parents'
import { partiesFor } from '../parties'
import { typeOf } from '../types'
import { reporterActor } from './derive'
import { Handed, SealedReports, type HandedDoc } from './sealed.model'

/** Under the pseudonym, without the words: those wait for whoever types them out. */
const underPseudonym = (ctx: CommandContext, { requesterId }: CaseDoc): CommandContext => ({ ...ctx, actor: reporterActor(requesterId) })

/** Judged by when it was handed in; what the case has become since may leave no room for it, and the reporter is told. */
const applyOne = async (ctx: CommandContext, record: CaseDoc, handed: HandedDoc): Promise<CaseDoc> => {
  const { _id, action, at, score } = handed
  const type = typeOf(record)
  const as = underPseudonym(ctx, record)
  const why = whyNotAct(type, await withParent(record), { action, parties: partiesFor(as.actor, record, action), now: at })
  if ((await Handed.removeMany({ _id, at })) === 0) fail('core.staleRevision')
  if (why) {
    await SealedReports.change({ _id }, { $set: { notTaken: { action, at: ctx.now, code: why } } })
    return record
  }
  return take(as, { record, type, step: requesterSteps[action](as, score ? { score } : {}) })
}

/** Whatever waits for this case, done now: nothing the timetable does may overtake what the reporter handed in before. */
export const applyWaiting = async (ctx: CommandContext, record: CaseDoc): Promise<CaseDoc> => {
  if (record.names !== 'sealed') return record
  const handed = await Handed.one({ _id: record._id })
  return handed ? applyOne(ctx, record, handed) : record
}

/** Two runs that meet: the row goes once, and the case is compared and set. */
export const applyHanded = defineCommand('casework.applyHanded', {
  run: async (ctx, { caseId }) => {
    const [record, handed] = [await Cases.need({ _id: caseId }), await Handed.one({ _id: caseId })]
    if (!handed || handed.due > ctx.now) return fail('casework.nothingDue')
    const after = await applyOne(ctx, record, handed)
    if (after.rev === record.rev) ctx.record({ type: 'case', id: caseId, rev: record.rev })
    return { done: after.rev !== record.rev }
  },
  ...shown,
})
