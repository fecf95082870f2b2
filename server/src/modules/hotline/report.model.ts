import type { CaseState } from '@xiangli/shared/casework/states'
import type { Difference, PlatformState } from '@xiangli/shared/hotline/states'
import { collection, type Stored } from '../../core/collection'

/** 对账报告 of one day: kept as it was found, made anew when asked again. */
export interface ReportDoc extends Stored {
  source: string
  day: string
  at: Date
  byId?: string
  theirs: number
  ours: number
  rows: { externalNumber: string; difference: Difference; theirs?: PlatformState; ours?: CaseState; caseId?: string }[]
  hasMore: boolean
}

export const Reports = collection<ReportDoc>({
  name: 'hotline_reports',
  indexes: [
    { name: 'hotline_report_day', key: { county: 1, source: 1, day: 1 }, unique: true },
    { name: 'hotline_report_newest', key: { county: 1, day: -1, _id: -1 } },
  ],
  duplicate: { hotline_report_day: 'core.busy' },
})
