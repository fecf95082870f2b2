import { colourOf } from '@xiangli/shared/casework/clock'
import type { CaseDoc } from '../case.model'

const iso = (at: Date | null): string | undefined => at?.toISOString()

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
  updatedAt: record.updatedAt.toISOString(),
  rev: record.rev,
})
