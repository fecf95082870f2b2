import type { CaseType } from '@xiangli/shared/casework/case-type'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import type { CaseDoc } from './case.model'
import { paceOf } from './pace'

/** The pause ends now, however it ends: what it took counts towards the most a case may be paused. */
export const unpaused = (record: CaseDoc, type: CaseType, now: Date): Partial<CaseRecord> =>
  record.pause
    ? { pause: null, pausedMinutes: record.pausedMinutes + Math.max(0, paceOf(type, record.grade).time.between(record.pause.since, now)) }
    : {}
