import type { CaseType } from './case-type'
import type { ErrorCode } from '../catalog/errors'

/** 听证: after it was said too often that it is not fixed, everybody sits down together once. */
export interface Hearing {
  since: Date
  /** The last day for it; missed, the owner moves up like at any red. */
  due: Date
  heldAt: Date | null
  heldById: string | null
}

interface Reopened {
  reopenedCount?: number
  hearing?: Hearing | null
}

/** What "not fixed" makes of a case: worked on again one level up, so often; then a hearing; after that it is written down. */
export const afterNotFixed = ({ reopenedCount, hearing }: Reopened, type: Pick<CaseType, 'mostReopenings'>): 'reopened' | 'hearing' | 'noted' => {
  if (hearing) return 'noted'
  return (reopenedCount ?? 0) < type.mostReopenings ? 'reopened' : 'hearing'
}

export const isHearingDue = ({ hearing }: Reopened): boolean => Boolean(hearing && !hearing.heldAt)

/** Nothing ends or puts off a case while its hearing is still to be held. */
export const whyHearingFirst = (record: Reopened): ErrorCode | null => (isHearingDue(record) ? 'casework.hearingFirst' : null)
