import { stoppedClock } from '@xiangli/shared/casework/clock'
import type { HandedAction } from '@xiangli/shared/casework/names'
import type { CommandContext } from '../../core/operation'
import type { Step } from './act'
import { letGo } from './merging'
import { notFixedEvent, notFixedOutcome } from './not-fixed'

/** What came with the step; nothing where it was handed in and its words wait to be typed out. */
interface Came {
  words?: string | undefined
  reason?: string | undefined
  score?: number | undefined
  voiceFileId?: string | undefined
  photoFileIds?: string[] | undefined
}

/** What the person who asked can do, whether at once or when its time comes. */
export const requesterSteps = {
  withdraw: (ctx, { reason }) => ({
    action: 'withdraw',
    event: 'casework.withdrawn',
    outcome: () => ({ ...stoppedClock, closedAt: ctx.now, reason: reason ?? null, asked: null }),
    said: { words: reason },
  }),
  supplement: (_ctx, { words, voiceFileId, photoFileIds }) => ({
    action: 'supplement',
    event: 'casework.supplemented',
    outcome: () => ({ asked: null }),
    said: { words, voiceFileId, photoFileIds },
  }),
  rate: (ctx, { score = 0, words }) => ({
    action: 'rate',
    event: 'casework.rated',
    outcome: () => ({ ...stoppedClock, closedAt: ctx.now, rating: { score, ...(words ? { words } : {}), at: ctx.now } }),
    said: { words, score },
  }),
  /** 没办好: the same case goes on one level up; one that was merged goes on by itself. */
  reopen: (ctx, { words, photoFileIds }) => ({
    action: 'reopen',
    event: notFixedEvent,
    outcome: (record, type) => notFixedOutcome(record, type, ctx.now),
    after: (before) => letGo(ctx, before),
    said: { words, photoFileIds },
  }),
} as const satisfies Record<HandedAction, (ctx: CommandContext, came: Came) => Step>
