import type { CallResult } from './call-back'

/** What became known of one answer; each its own column, silence is never satisfaction. */
export const OPINIONS = ['satisfied', 'fair', 'notSatisfied', 'noReply', 'refused', 'unrated', 'waiting'] as const
export type Opinion = (typeof OPINIONS)[number]

const SAID: ReadonlySet<Opinion> = new Set(['satisfied', 'fair', 'notSatisfied'])

export const opinionOfScore = (score: number): Opinion => (score >= 4 ? 'satisfied' : score === 3 ? 'fair' : 'notSatisfied')

const opinionOfCall: Record<CallResult, Opinion> = { fixed: 'satisfied', notFixed: 'notSatisfied', noReply: 'noReply', refused: 'refused' }

/** A word replaces silence and "not fixed" replaces everything; silence and "still fine" never replace a word. */
export const opinionAfter = (before: Opinion, said: CallResult | 'unrated' | { score: number }): Opinion => {
  if (typeof said === 'object') return opinionOfScore(said.score)
  if (said === 'notFixed') return 'notSatisfied'
  if (SAID.has(before)) return before
  if (said === 'unrated') return before === 'waiting' ? 'unrated' : before
  return opinionOfCall[said]
}

export type OpinionCounts = Partial<Record<Opinion, number>>

/** Below this nobody is told a figure: in a small group everybody knows who said what. */
export const FEWEST_SHOWN = 5

export const answersIn = (counts: OpinionCounts): number =>
  OPINIONS.reduce((sum, opinion) => sum + (opinion === 'waiting' ? 0 : (counts[opinion] ?? 0)), 0)

/** What may be shown of a unit's month: every column, or nothing at all. */
export const shownCounts = (counts: OpinionCounts): Record<Opinion, number> | null =>
  answersIn(counts) < FEWEST_SHOWN ? null : (Object.fromEntries(OPINIONS.map((opinion) => [opinion, counts[opinion] ?? 0])) as Record<Opinion, number>)
