import { colourOf } from '@xiangli/shared/casework/clock'
import { workingTime } from '../../calendar'
import type { CaseDoc } from '../case.model'
import { typeNamed } from '../types'

const iso = (at: Date | null): string | undefined => at?.toISOString()

/** A limit in working time past the known calendar may still move. */
const isProvisional = ({ type, grade, redAt }: CaseDoc): boolean => {
  if (!redAt || typeNamed(type).pace[grade] !== 'working') return false
  return workingTime().isProvisional(redAt)
}

/** State, colour and instants, the same in lists and on the page. */
export const presentClock = (record: CaseDoc, now: Date) => ({
  state: record.state,
  colour: colourOf(record, now),
  grade: record.grade,
  receivedAt: record.receivedAt.toISOString(),
  acceptBy: iso(record.acceptBy),
  yellowAt: iso(record.yellowAt),
  redAt: iso(record.redAt),
  remainingMinutes: record.remainingMinutes ?? undefined,
  ...(isProvisional(record) ? { isProvisional: true } : {}),
  updatedAt: record.updatedAt.toISOString(),
  rev: record.rev,
})
