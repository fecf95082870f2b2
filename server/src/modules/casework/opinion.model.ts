import type { Opinion } from '@xiangli/shared/casework/satisfaction'
import { collection, type Stored } from '../../core/collection'

/** What became known of one answer: the requester's latest word, else that there was none. One row per answer. */
export interface OpinionDoc extends Stored {
  caseId: string
  /** Accountable when it was answered; it stays theirs wherever the case goes after. */
  unitId: string
  month: string
  answeredAt: Date
  opinion: Opinion
}

export const Opinions = collection<OpinionDoc>({
  name: 'opinions',
  indexes: [{ name: 'opinion_unit', key: { county: 1, month: 1, unitId: 1, opinion: 1, answeredAt: -1, _id: -1 } }],
})
