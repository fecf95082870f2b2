import { stoppedClock } from '@xiangli/shared/casework/clock'
import { fail } from '../../../core/fail'
import { letGo } from '../merging'
import { notFixedEvent, notFixedOutcome } from '../not-fixed'
import { stepCommand } from '../step-command'

/** What the person who asked can do. */
export const withdraw = stepCommand('casework.withdraw', (ctx, { reason }) => ({
  action: 'withdraw',
  event: 'casework.withdrawn',
  outcome: () => ({ ...stoppedClock, closedAt: ctx.now, reason: reason ?? null, asked: null }),
  said: { words: reason },
}))

/** 撤销代为反映: it was filed for somebody who does not want it. */
export const disown = stepCommand('casework.disown', (ctx, { reason }) => ({
  action: 'disown',
  event: 'casework.disowned',
  outcome: () => ({ ...stoppedClock, closedAt: ctx.now, reason, asked: null, answer: null, answeredAt: null }),
  said: { words: reason },
}))

export const supplement = stepCommand('casework.supplement', (_ctx, { words, voiceFileId, photoFileIds }) => {
  if (!words && !voiceFileId && photoFileIds.length === 0) fail('casework.nothingSaid', { field: 'words' })
  return {
    action: 'supplement',
    event: 'casework.supplemented',
    outcome: () => ({ asked: null }),
    said: { words, voiceFileId, photoFileIds },
  }
})

export const rate = stepCommand('casework.rate', (ctx, { score, words }) => ({
  action: 'rate',
  event: 'casework.rated',
  outcome: () => ({ ...stoppedClock, closedAt: ctx.now, rating: { score, ...(words ? { words } : {}), at: ctx.now } }),
  said: { words, score },
}))

/** 没办好: the same case goes on one level up; one that was merged goes on by itself. */
export const reopen = stepCommand('casework.reopen', (ctx, { words, photoFileIds }) => ({
  action: 'reopen',
  event: notFixedEvent,
  outcome: (record, type) => notFixedOutcome(record, type, ctx.now),
  after: (before) => letGo(ctx, before),
  said: { words, photoFileIds },
}))
