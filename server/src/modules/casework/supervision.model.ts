import type { Supervision } from '@xiangli/shared/casework/supervision'
import { collection, type Stored } from '../../core/collection'

/** What the owner said on the overdue form: what is the matter, what is being done, by when. */
export interface Feedback {
  reason: string
  measures: string
  promisedAt: Date
  byId: string
  at: Date
}

export const SUPERVISION_ENDS = ['signed', 'missed', 'closed', 'reopened'] as const
export type SupervisionEnd = (typeof SUPERVISION_ENDS)[number]

/**
 * 督办: one row per supervision, made by the step that began it and kept in that case's transactions.
 * The case carries the present one; the rows are what boards and figures read.
 */
export interface SupervisionDoc extends Stored, Omit<Supervision, 'id'> {
  caseId: string
  /** As the case had it when last touched: who may read the case may read its form. */
  scopeKeys: string[]
  feedback?: Feedback
  signedById?: string
  ended: SupervisionEnd | null
  endedAt: Date | null
}

export const Supervisions = collection<SupervisionDoc>({
  name: 'supervisions',
  indexes: [
    // What it waits for stands before the day: each of the three is one stretch, and all of them are three merged.
    { name: 'supervision_awaited', key: { county: 1, scopeKeys: 1, ended: 1, awaits: 1, due: 1, _id: 1 } },
    { name: 'supervision_owed', key: { county: 1, unitId: 1, ended: 1, awaits: 1, due: 1, _id: 1 } },
    { name: 'supervision_case', key: { county: 1, caseId: 1, since: 1 } },
  ],
})
