import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type Calendar, type DayMark, FIRST_YEAR, lastDayOf } from '@xiangli/shared/calendar/rules'
import { DEFAULT_HOURS } from '@xiangli/shared/calendar/working-time'

/** Day → `National Day,国庆节,3`. */
const Days = z.record(z.iso.date(), z.string())
const YearFile = z.object({ holidays: Days, workdays: Days })
type YearFile = z.infer<typeof YearFile>

const PACKAGE = 'chinese-days'
const nameOf = (said: string): string => said.split(',')[1] ?? ''
const marksOf = (days: Record<string, string>, isWorking: boolean): [string, DayMark][] =>
  Object.entries(days).map(([day, said]) => [day, { isWorking, ...(nameOf(said) ? { name: nameOf(said) } : {}) }])

/** A file may be there before its notice is: without the two holidays every year has, the year is not known. */
const isWhole = (year: number, { holidays }: YearFile): boolean => `${year}-01-01` in holidays && `${year}-10-01` in holidays

const readYears = (): Map<number, YearFile> => {
  const folder = join(dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`)), 'dist', 'years')
  const years = readdirSync(folder).flatMap((name) => /^(\d{4})\.json$/.exec(name)?.[1] ?? []).map(Number)
  return new Map(years.map((year) => [year, YearFile.parse(JSON.parse(readFileSync(join(folder, `${year}.json`), 'utf8')))]))
}

/**
 * The notices (放假安排) as the package's yearly files hold them. Its functions are not asked: they
 * answer for years without a notice as if every weekday of them were worked.
 */
export const calendarOfNotices = (): Calendar => {
  const years = readYears()
  const marks: [string, DayMark][] = []
  let year = FIRST_YEAR
  for (let file = years.get(year); file && isWhole(year, file); file = years.get(year)) {
    marks.push(...marksOf(file.holidays, false), ...marksOf(file.workdays, true))
    year += 1
  }
  return { marks: Object.fromEntries(marks.sort(([a], [b]) => a.localeCompare(b))), knownTo: lastDayOf(year - 1), hours: DEFAULT_HOURS }
}
