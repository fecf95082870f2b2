import type { SignalReaction } from '../../core/module'
import { Cases } from './case.model'
import { Supporters } from './supporter.model'

/** Nobody needs to know more exactly, and everyone who follows must be told of each step. */
export const MOST_FOLLOW = 1500

export const countOf = (caseId: string): Promise<number> => Supporters.count({ caseId }, MOST_FOLLOW)

/**
 * The number on the case, for lists. Counted anew from the rows instead of added up in the command: a
 * hundred neighbours joining at once would all write the one case and be sent away as busy.
 */
export const countSupporters: SignalReaction = {
  kind: 'signal',
  name: 'casework.countSupporters',
  on: ['casework.joined', 'casework.left'],
  act: async ({ event }) => {
    await Cases.changeMany({ _id: event.id }, { $set: { supporterCount: await countOf(event.id) } })
  },
}
