import { stoppedClock } from '@xiangli/shared/casework/clock'
import { fail } from '../../../core/fail'
import { assigneesOf } from '../assignees'
import { unitTakingOn } from '../parties'
import { readFromTemplate } from '../templates'
import { stepCommand } from '../step-command'

/** Who accepts for a unit whose post stood empty, or for the owner, becomes the handler by name. */
export const accept = stepCommand('casework.accept', (ctx) => ({
  action: 'accept',
  event: 'casework.accepted',
  outcome: (record) => ({
    // The whole limit runs from first submission and is what it was, whoever shortened or kept it.
    acceptBy: null,
    handler:
      record.handler.personId === ctx.actor.id
        ? record.handler
        : { unitId: unitTakingOn(ctx.actor, record), personId: ctx.actor.id, since: ctx.now },
  }),
}))

export const assign = stepCommand('casework.assign', (ctx, { personId, note }) => ({
  action: 'assign',
  event: 'casework.assigned',
  outcome: async (record) => {
    const chosen = (await assigneesOf(record)).find((each) => each.accountId === personId)
    if (!chosen) return fail('casework.notAssignable', { field: 'personId' })
    return { handler: { unitId: chosen.unitId, personId, since: ctx.now } }
  },
  said: { words: note },
}))

export const handle = stepCommand('casework.handle', (_ctx, { words, photoFileIds }) => ({
  action: 'handle',
  event: 'casework.handled',
  outcome: () => ({}),
  said: { words, photoFileIds },
}))

export const ask = stepCommand('casework.ask', (ctx, { question }) => ({
  action: 'ask',
  event: 'casework.asked',
  outcome: () => ({ asked: { question, at: ctx.now } }),
  said: { words: question },
}))

export const decline = stepCommand('casework.decline', async (ctx, { reason, fromTemplate }) => ({
  action: 'decline',
  event: 'casework.declined',
  outcome: () => ({ ...stoppedClock, closedAt: ctx.now, reason, asked: null }),
  said: { words: reason, ...(await readFromTemplate(reason, fromTemplate, 'reason')) },
}))

export const giveUp = stepCommand('casework.giveUp', async (ctx, { reason, fromTemplate }) => ({
  action: 'giveUp',
  event: 'casework.gaveUp',
  outcome: () => ({ ...stoppedClock, closedAt: ctx.now, reason, asked: null }),
  said: { words: reason, ...(await readFromTemplate(reason, fromTemplate, 'reason')) },
}))
