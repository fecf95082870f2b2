import type { Fact } from '@xiangli/shared/stats/facts'
import { collection, type Stored } from '../../core/collection'

/** A fact as it is counted: with where the case lies and what kind it is now. Nothing of it is anybody's name. */
export interface FactDoc extends Stored, Omit<Fact, 'id'> {
  caseId: string
  month: string
  /** Of the case's path, so that a case about a level is not found there; '-' where it has none. */
  town: string
  village: string
  category: string
}

/** Both hold all that is grouped by: a month is counted from the index alone. */
export const Facts = collection<FactDoc>({
  name: 'stats_facts',
  indexes: [
    { name: 'fact_place', key: { county: 1, month: 1, town: 1, village: 1, kind: 1, outcome: 1, unitId: 1, category: 1, minutes: 1, _id: 1 } },
    { name: 'fact_unit', key: { county: 1, unitId: 1, month: 1, town: 1, village: 1, kind: 1, outcome: 1, category: 1, minutes: 1, _id: 1 } },
    { name: 'fact_case', key: { county: 1, caseId: 1 } },
  ],
})

/** Cases something happened to since they were last counted; a row goes once it is taken in as it stood. */
export interface ChangedDoc extends Stored {
  times: number
  since: Date
}

export const Changed = collection<ChangedDoc>({ name: 'stats_changed', indexes: [{ name: 'changed_since', key: { county: 1, since: 1 } }] })

/** How far the cases from before there were facts have been gone through. */
export interface GatheredDoc extends Stored {
  upTo: string
  isDone: boolean
}

export const Gathered = collection<GatheredDoc>({ name: 'stats_gathered', indexes: [] })
