import type { PersonActor } from '@xiangli/shared/core/actor'
import type { Context } from '../../../core/operation'
import { Cases, type CaseDoc } from '../case.model'
import { pseudonymOf, reporterActor } from './derive'

/** Are they whom this record calls by a pseudonym? Worked out, so nothing is looked up. */
export const isReporter = ({ _id, names, requesterId }: Pick<CaseDoc, '_id' | 'names' | 'requesterId'>, accountId: string): boolean =>
  names === 'sealed' && requesterId === pseudonymOf(_id, accountId)

/** The door for what the reporter does on their own case: from here on they are the case's pseudonym. */
export const asReporter = async (ctx: Context, { caseId }: { caseId: string }): Promise<PersonActor | undefined> => {
  const record = await Cases.one({ _id: caseId }, { projection: { names: 1, requesterId: 1 } })
  return record && isReporter(record, ctx.actor.id) ? reporterActor(record.requesterId) : undefined
}

/** The same for one record of a list. */
export const ctxFor = (ctx: Context, record: CaseDoc): Context =>
  ctx.actor.kind === 'person' && isReporter(record, ctx.actor.id) ? { ...ctx, actor: reporterActor(record.requesterId), behind: ctx.actor } : ctx
