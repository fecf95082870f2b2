import { fail } from '../../../core/fail'
import { defineCommand, type Context } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { Cases } from '../case.model'
import { isWorkedOn } from '../places'
import { mayShowOthers } from '../present/public-words'
import { Supporters } from '../supporter.model'
import { countOf, MOST_FOLLOW } from '../supporters'

/** The id says who joined what, so two taps at once write one row; the unique index holds the same. */
const rowId = (caseId: string, accountId: string): string => `${caseId}.${accountId}`

const standing = async (ctx: Context, caseId: string) => ({
  caseId,
  isJoined: (await Supporters.one({ caseId, accountId: personIdOf(ctx) })) !== null,
  supporters: await countOf(caseId),
})

/** 我也遇到. A case that no other villager would be shown is not there for them to join. */
export const join = defineCommand('casework.join', {
  run: async (ctx, { caseId }) => {
    const accountId = personIdOf(ctx)
    const record = await Cases.one({ _id: caseId })
    if (!record) return fail('core.notFound')
    if (record.requesterId === accountId) return fail('casework.ownCase')
    const isThere = (await Supporters.one({ caseId, accountId })) !== null
    ctx.record({ type: 'case', id: caseId }, { regionPath: record.regionPath })
    if (isThere) return caseId
    if (!mayShowOthers(record)) return fail('core.notFound')
    if (!isWorkedOn(record)) return fail('casework.wrongState')
    if ((await countOf(caseId)) >= MOST_FOLLOW) return fail('casework.enoughFollow')
    await Supporters.upsert({ _id: rowId(caseId, accountId) }, { $setOnInsert: { caseId, accountId, at: ctx.now } })
    // Told to nobody else: a hundred joining would make every desk ask for its lists a hundred times.
    ctx.emit({ name: 'casework.joined', id: caseId, rev: record.rev, persons: [accountId] })
    return caseId
  },
  present: standing,
  reload: async (_ctx, target) => target.id,
})

export const leave = defineCommand('casework.leave', {
  run: async (ctx, { caseId }) => {
    const accountId = personIdOf(ctx)
    const removed = await Supporters.removeMany({ caseId, accountId })
    const record = await Cases.one({ _id: caseId })
    // Who never joined learns no more from leaving than from joining.
    if (!record || (removed === 0 && !mayShowOthers(record))) return fail('core.notFound')
    ctx.record({ type: 'case', id: caseId }, { regionPath: record.regionPath })
    if (removed > 0) ctx.emit({ name: 'casework.left', id: caseId, rev: record.rev, persons: [accountId] })
    return caseId
  },
  present: standing,
  reload: async (_ctx, target) => target.id,
})
