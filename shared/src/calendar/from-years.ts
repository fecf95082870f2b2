import type { CalendarYear } from './contract'
import { isWorkingKind } from './rules'
import { isWeekday, workingTimeOf, type WorkingTime } from './working-time'

/** The working time of a calendar as it is published year by year: clients count with the server's own days. */
export const workingTimeOfYears = (years: readonly Pick<CalendarYear, 'days' | 'hours' | 'knownTo'>[]): WorkingTime | null => {
  const latest = years.at(-1)
  if (!latest) return null
  const different = years.flatMap(({ days }) => days).filter(({ day, kind }) => isWorkingKind(kind) !== isWeekday(day))
  return workingTimeOf({ exceptions: Object.fromEntries(different.map(({ day, kind }) => [day, isWorkingKind(kind)])), hours: latest.hours, knownTo: latest.knownTo })
}
