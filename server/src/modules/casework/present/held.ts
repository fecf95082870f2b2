import { timeByHolder } from '@xiangli/shared/casework/time-by-holder'
import type { CaseDoc, HistoryDoc } from '../case.model'
import { paceOf } from '../pace'
import { typeOf } from '../types'
import { unitName } from './names'

/** Whose hands the time went through, in the grade's own minutes. */
export const presentHeld = (record: CaseDoc, history: readonly HistoryDoc[], now: Date) =>
  timeByHolder(history, now, paceOf(typeOf(record), record.grade).time).map((held) => ({ ...held, unitName: unitName(held.unitId) }))
