import { workCalendarOf } from '@xiangli/shared/calendar/rules'
import { workingTimeOf, type WorkingTime } from '@xiangli/shared/calendar/working-time'
import { now as clock } from '../../core/clock'
import { ambient, withAmbient } from '../../core/context'
import { AppError } from '../../core/fail'
import { newId } from '../../core/ids'
import { describeError, log } from '../../core/log'
import { watchCollections } from '../../core/watch'
import { Calendars, latestCalendar, needCalendar, type CalendarDoc } from './calendar.model'
import { calendarOfNotices } from './notices'

const counties = new Map<string, { version: number; time: WorkingTime }>()

/** The county's working time as last published; from memory, so that a clock may ask for every case. */
export const workingTime = (): WorkingTime => {
  const held = counties.get(ambient().county)
  if (!held) throw new Error(`no calendar was loaded for county ${ambient().county}`)
  return held.time
}

/** Never goes back: what the watch tells may be older than what this process published itself. */
export const takeIn = (calendar: CalendarDoc): void => {
  if ((counties.get(calendar.county)?.version ?? 0) >= calendar.version) return
  counties.set(calendar.county, { version: calendar.version, time: workingTimeOf(workCalendarOf(calendar)) })
}

/** The first version is the notices' own; of several processes that start at once, one writes it. */
const addFirst = async (): Promise<void> => {
  const { marks, knownTo, hours } = calendarOfNotices()
  const reason = `国务院办公厅放假安排，到 ${knownTo.slice(0, 4)} 年；上班时间为常用的一种，可改`
  const first = { _id: newId(), county: ambient().county, version: 1, at: clock(), reason, marks, knownTo, hours, difference: { days: [], newYears: [] } }
  await Calendars.add(first).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === 'calendar.stale')) throw error
  })
}

const load = async (): Promise<void> => {
  if (!(await latestCalendar())) await addFirst()
  takeIn(await needCalendar())
}

const loadAgain = (): void => {
  for (const county of counties.keys()) {
    void withAmbient({ county }, load).catch((error: unknown) => log.warn({ county, error: describeError(error) }, 'calendar not read'))
  }
}

/** A version published by another process is in this one's memory as soon as the database tells. */
export const startCalendars = async (): Promise<void> => {
  await watchCollections({
    names: [Calendars.name],
    skipInsertsOf: [],
    onChange: (change) => {
      if (change.operationType === 'insert') takeIn(change.fullDocument as unknown as CalendarDoc)
    },
    onGap: loadAgain,
  })
  await load()
}

/** Which calendar that is: limits counted by an earlier one are counted anew. */
export const calendarVersion = (): number => counties.get(ambient().county)?.version ?? 0
