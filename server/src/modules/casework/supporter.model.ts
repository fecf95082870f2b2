import { collection, type Stored } from '../../core/collection'

/** 我也遇到: one row for each person and case; whoever taps a hundred times at once has one. */
export interface SupporterDoc extends Stored {
  caseId: string
  accountId: string
  at: Date
}

export const Supporters = collection<SupporterDoc>({
  name: 'case_supporters',
  indexes: [
    { name: 'supporters_once', key: { county: 1, caseId: 1, accountId: 1 }, unique: true },
    { name: 'supporters_mine', key: { county: 1, accountId: 1, at: -1, _id: -1 } },
  ],
})
