import { limitsOf } from '@xiangli/shared/casework/case-type'
import { reopenedClock, stoppedClock } from '@xiangli/shared/casework/clock'
import { fail } from '../../../core/fail'
import { presentHandler } from '../assignees'
import { letGo } from '../merging'
import { paceOf } from '../pace'
import { stepCommand } from '../step-command'

/** What the person who asked can do. */
export const withdraw = stepCommand('casework.withdraw', (ctx, { reason }) => ({
  action: 'withdraw',
  event: 'casework.withdrawn',
  outcome: () => ({ ...stoppedClock, closedAt: ctx.now, reason: reason ?? null, asked: null }),
  said: { words: reason, photoFileIds: undefined, voiceFileId: undefined, score: undefined },
}))

/** 撤销代为反映: it was filed for somebody who does not want it. */
export const disown = stepCommand('casework.disown', (ctx, { reason }) => ({
  action: 'disown',
  event: 'casework.disowned',
  outcome: () => ({ ...stoppedClock, closedAt: ctx.now, reason, asked: null, answer: null, answeredAt: null }),
  said: { words: reason, photoFileIds: undefined, voiceFileId: undefined, score: undefined },
}))

export const supplement = stepCommand('casework.supplement', (_ctx, { words, voiceFileId, photoFileIds }) => {
  if (!words && !voiceFileId && photoFileIds.length === 0) fail('casework.nothingSaid', { field: 'words' })
  return {
    action: 'supplement',
    event: 'casework.supplemented',
    outcome: () => ({ asked: null }),
    said: { words, voiceFileId, photoFileIds, score: undefined },
  }
})

export const rate = stepCommand('casework.rate', (ctx, { score, words }) => ({
  action: 'rate',
  event: 'casework.rated',
  outcome: () => ({ ...stoppedClock, closedAt: ctx.now, rating: { score, ...(words ? { words } : {}), at: ctx.now } }),
  said: { words, score, photoFileIds: undefined, voiceFileId: undefined },
}))

/** 没办好: the same case goes on, with half its limit from now; one that was merged goes on by itself. */
export const reopen = stepCommand('casework.reopen', (ctx, { words, photoFileIds }) => ({
  action: 'reopen',
  event: 'casework.reopened',
  outcome: async (record, type) => ({
    handler: await presentHandler(record, ctx.now),
    ...reopenedClock({ now: ctx.now, limits: limitsOf(type, record.grade, record.category ?? undefined), ...paceOf(type, record.grade) }),
    supervision: null,
    answer: null,
    answeredAt: null,
    rating: null,
    isUnrated: false,
    closedAt: null,
    reopenedCount: record.reopenedCount + 1,
    ...(record.merged ? { merged: null } : {}),
  }),
  after: (before) => letGo(ctx, before),
  said: { words, photoFileIds, voiceFileId: undefined, score: undefined },
}))
