import { fail } from '../../../core/fail'
import { defineCommand, type Context } from '../../../core/operation'
import { needCase } from '../act'
import type { CaseDoc } from '../case.model'
import { requesterContact } from '../intake/requester'
import { partiesOn } from '../parties'

/** Looking at a full name and phone is a command: the journal keeps who, when and why. */
export const revealRequester = defineCommand('casework.revealRequester', {
  run: async (ctx, { caseId, reason }) => {
    const record = await needRevealable(ctx, caseId)
    if (record.names === 'sealed') fail('casework.sealedName')
    ctx.record({ type: 'case', id: caseId }, { regionPath: record.regionPath, scopeKeys: record.scopeKeys, reason })
    return record
  },
  present: async (_ctx, record) => (await requesterContact(record)) ?? { name: '账号已注销' },
  reload: (ctx, target) => needRevealable(ctx, target.id),
})

/**
 * Seeing a case is not enough: only who handles, owns or dispatches it has a reason to call. Asked again
 * for a replay: whoever has lost the right does not look a second time.
 */
const needRevealable = async (ctx: Context, caseId: string): Promise<CaseDoc> => {
  const record = await needCase(ctx, caseId)
  const parties = partiesOn(ctx.actor, record)('revealRequester')
  return parties.has('handler') || parties.has('owner') || parties.has('dispatcher') ? record : fail('casework.notYours')
}
