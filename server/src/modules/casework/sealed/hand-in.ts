import { rateByOf, whyNotAct } from '@xiangli/shared/casework/rules'
import { effectiveAt, type HandedAction } from '@xiangli/shared/casework/names'
import type { PersonActor } from '@xiangli/shared/core/actor'
import { fail, refuse } from '../../../core/fail'
import type { CommandContext } from '../../../core/operation'
import { needCase } from '../act'
import type { CaseDoc } from '../case.model'
import { withParent } from '../parents'
import { partiesFor } from '../parties'
import { typeOf } from '../types'
import { keepSaying, isAnythingSaid } from './sayings'
import { Handed } from './sealed.model'

export interface HandedInput {
  caseId: string
  rev?: number | undefined
  reason?: string | undefined
  words?: string | undefined
  voiceFileId?: string | undefined
  photoFileIds?: readonly string[] | undefined
  score?: number | undefined
}

const needJudged = async (ctx: CommandContext, { caseId, rev }: HandedInput, action: HandedAction): Promise<CaseDoc> => {
  const record = await needCase(ctx, caseId)
  if (rev !== undefined && rev !== record.rev) fail('core.staleRevision', { details: { rev: record.rev } })
  refuse(whyNotAct(typeOf(record), await withParent(record), { action, parties: partiesFor(ctx.actor, record, action), now: ctx.now }))
  return record
}

/** A pseudonym hides from the rule that whoever asked did the work: here it is known. */
const refuseOwnWork = (record: CaseDoc, { id }: PersonActor, action: HandedAction): void => {
  if (action === 'rate' && (record.handler.personId === id || record.answer?.byId === id || record.answer?.signedById === id)) fail('casework.ownWork')
}

/**
 * What the reporter of a sealed case does is laid down and takes effect later: the case, its revision and
 * its sockets show nothing of the minute. One waits at most, by its id; another step takes its place.
 */
export const handIn = async (ctx: CommandContext, action: HandedAction, input: HandedInput): Promise<CaseDoc> => {
  const account = ctx.behind ?? fail('core.forbidden')
  const record = await needJudged(ctx, input, action)
  refuseOwnWork(record, account, action)
  const said = { words: input.words ?? input.reason, voiceFileId: input.voiceFileId, photoFileIds: input.photoFileIds }
  if (action === 'supplement' && !isAnythingSaid(said)) fail('casework.nothingSaid', { field: 'words' })
  if (isAnythingSaid(said)) await keepSaying(said, { caseId: record._id, uploaderId: account.id, pseudonym: ctx.actor.id, county: ctx.county, now: ctx.now })
  const rateBy = record.answeredAt ? rateByOf(typeOf(record), record.answeredAt) : null
  const step = { action, at: ctx.now, due: effectiveAt(action, { now: ctx.now, rateBy }), ...(input.score ? { score: input.score } : {}) }
  await Handed.removeMany({ _id: record._id, action: { $ne: action } })
  await Handed.add({ _id: record._id, county: ctx.county, ...step })
  ctx.record({ type: 'case', id: record._id, rev: record.rev })
  return record
}
