import type { CallBack, CallEnd } from '@xiangli/shared/casework/call-back'
import { collection, type Stored } from '../../core/collection'

/**
 * 回访: one row per round, made when it falls due and kept in that case's transactions. The case carries
 * the open one; the rows are what the centre's list reads.
 */
export interface CallBackDoc extends Stored, Omit<CallBack, 'id' | 'tries' | 'triedAt'> {
  caseId: string
  /** As the case had it when last touched. */
  scopeKeys: string[]
  /** Every call nobody took. */
  tries: { at: Date; byId: string }[]
  /** The morning from which it may be called. */
  nextTry: Date
  ended: CallEnd | null
  endedAt: Date | null
  /** Whoever called, or the requester who spoke by themselves. */
  byId?: string
  words?: string
}

export const CallBacks = collection<CallBackDoc>({
  name: 'call_backs',
  indexes: [
    { name: 'call_back_round', key: { county: 1, caseId: 1, round: 1 }, unique: true },
    { name: 'call_back_next', key: { county: 1, scopeKeys: 1, ended: 1, nextTry: 1, _id: 1 } },
    { name: 'call_back_ended', key: { county: 1, scopeKeys: 1, endedAt: -1, _id: -1 } },
  ],
  duplicate: { call_back_round: 'core.staleRevision' },
})
