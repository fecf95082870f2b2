import type { Point } from '@xiangli/shared/core/fields'
import type { CaseState } from '@xiangli/shared/casework/states'
import type { PublicStep } from '@xiangli/shared/casework/publication'
import type { WhyStep } from '@xiangli/shared/casework/why'
import { collection, type Stored } from '../../../core/collection'

export type SpotKind = 'place' | 'grid' | 'village'

/** All that may be read of a published case, kept apart so that nothing else can be read by mistake. */
export interface PublicCaseDoc extends Stored {
  /** False while it lies in a state or category that is not shown: then nothing is left in it. */
  isShown: boolean
  /** Of the case it was worked out from; never written by an older one. */
  rev: number
  serial: string
  type: string
  summary: string
  answer: string | null
  category: string | null
  state: CaseState
  villageId?: string
  gridId?: string
  point?: Point
  spot?: Point
  spotIs?: SpotKind
  unitId: string
  photoFileIds: string[]
  /** Only where whoever asked chose to be known. */
  requesterName?: string
  timeline: PublicStep[]
  why: WhyStep[]
  receivedAt: Date
  updatedAt: Date
  closedAt: Date | null
  dueAt: Date | null
  publishedAt: Date
  /** One for each way it may be asked for (region, category, open or closed), so that every list is an equality on one index. */
  keys: string[]
}

export const PublicCases = collection<PublicCaseDoc>({
  name: 'public_cases',
  indexes: [{ name: 'public_newest', key: { county: 1, keys: 1, receivedAt: -1, _id: -1 } }],
})

interface FollowDoc extends Stored {
  caseId: string
  personId: string
  at: Date
}

/** The unique index is what makes following twice the same as once. */
export const Follows = collection<FollowDoc>({
  name: 'case_follows',
  indexes: [{ name: 'follow_once', key: { county: 1, caseId: 1, personId: 1 }, unique: true }],
})
