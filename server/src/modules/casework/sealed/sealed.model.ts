import type { HandedAction } from '@xiangli/shared/casework/names'
import type { OpeningState } from '@xiangli/shared/casework/opening'
import { collection, type Stored } from '../../../core/collection'

/** Whose a sealed case is; `_id` is the case. Read only by the reporter's own pages, by notices to them and by an opening. */
export interface SealedReportDoc extends Stored {
  /** Sealed: an account id, or name and number of a caller. */
  who: string
  isCaller: boolean
  /** Of the account, for its own list. */
  ownerIndex?: string
  codeHash: string
  /** The day it came in, as on the case. */
  receivedAt: Date
  notTaken?: { action: HandedAction; at: Date; code: string }
}

export const SealedReports = collection<SealedReportDoc>({
  name: 'sealed_reports',
  indexes: [
    { name: 'sealed_owner', key: { county: 1, ownerIndex: 1, receivedAt: -1, _id: -1 }, partialFilterExpression: { ownerIndex: { $exists: true } } },
    { name: 'sealed_code', key: { county: 1, codeHash: 1 }, unique: true },
  ],
  duplicate: { _id_: 'casework.alreadySubmitted' },
})

/** What the reporter said, kept off the case. */
export interface SayingDoc extends Stored {
  caseId: string
  n: number
  /** Sealed: words, place, when it happened, answers to questions. */
  said: string
  voiceFileId?: string
  photoFileIds: string[]
  /** The day. */
  on: Date
}

export const Sayings = collection<SayingDoc>({
  name: 'sealed_sayings',
  // Of two things said at once one is sent again: the number is taken.
  indexes: [{ name: 'saying_n', key: { county: 1, caseId: 1, n: 1 }, unique: true }],
  duplicate: { saying_n: 'core.busy' },
})

/** A step the reporter handed in, until it takes effect. `_id` is the case: one waits at most. */
export interface HandedDoc extends Stored {
  action: HandedAction
  score?: number
  /** When it was handed in, by which it is judged: nobody is late because the deposit waited. */
  at: Date
  due: Date
}

export const Handed = collection<HandedDoc>({
  name: 'sealed_steps',
  indexes: [{ name: 'handed_due', key: { county: 1, due: 1 } }],
  duplicate: { _id_: 'casework.stepWaiting' },
})

interface OpenerAs {
  id: string
  unitId: string
  role: string
}

/** 开封: one ask to see who it is, and what became of it. */
export interface OpeningDoc extends Stored {
  caseId: string
  reason: string
  state: OpeningState
  askedAt: Date
  asked: OpenerAs
  decidedAt: Date | null
  decided: OpenerAs | null
  words?: string
}

export const Openings = collection<OpeningDoc>({
  name: 'case_openings',
  indexes: [
    { name: 'opening_case', key: { county: 1, caseId: 1, askedAt: -1 } },
    // Two who ask at once: one ask stands.
    { name: 'opening_open', key: { county: 1, caseId: 1, state: 1 }, unique: true, partialFilterExpression: { state: 'asked' } },
  ],
  duplicate: { opening_open: 'casework.openingAskedAlready', _id_: 'casework.openingAskedAlready' },
})
