import { mayOn } from '@xiangli/shared/core/scope'
import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { contactOf } from '../../identity'
import { needCase } from '../act'

/** Looking at a full name and phone is a command: the journal keeps who, when and why. */
export const revealRequester = defineCommand('casework.revealRequester', {
  run: async (ctx, { caseId, reason }) => {
    const record = await needCase(ctx, caseId)
    if (!mayOn(ctx.actor, 'casework.revealRequester', record.scopeKeys)) fail('casework.notYours')
    ctx.record({ type: 'case', id: caseId }, { regionPath: record.regionPath, reason })
    return record.requesterId
  },
  present: async (_ctx, requesterId) => (await contactOf(requesterId)) ?? { name: '账号已注销' },
  reload: async (ctx, target) => (await needCase(ctx, target.id)).requesterId,
})
