import type { Calendar } from '@xiangli/shared/calendar/rules'
import type { CalendarDifference } from '@xiangli/shared/calendar/contract'
import { collection, type Stored } from '../../core/collection'

/** One version of a county's working calendar; only ever added, never changed. */
export interface CalendarDoc extends Stored, Calendar {
  version: number
  at: Date
  /** An account; absent where the program brought it. */
  by?: string
  reason: string
  /** Against the version before. */
  difference: CalendarDifference
}

export const Calendars = collection<CalendarDoc>({
  name: 'calendars',
  indexes: [
    // Two who publish at once: the second meets this index, or a conflict and then the version it no longer expects.
    { name: 'calendars_version', key: { county: 1, version: 1 }, unique: true },
    { name: 'calendars_newest', key: { county: 1, version: -1, _id: -1 } },
  ],
  duplicate: { calendars_version: 'calendar.stale' },
})

export const latestCalendar = async (): Promise<CalendarDoc | undefined> => (await Calendars.list({}, { sort: { version: -1, _id: -1 }, limit: 1 }))[0]

/** Every county has a first version from the moment a process starts for it. */
export const needCalendar = async (): Promise<CalendarDoc> => {
  const latest = await latestCalendar()
  if (!latest) throw new Error('the county has no calendar')
  return latest
}
