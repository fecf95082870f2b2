import { addMinutes, DAY, dayOf, MINUTE, minutesBetween, SHANGHAI_OFFSET } from '../core/time'

/** A county's working days and office hours; data, first taken from the State Council's yearly notices (放假安排). */
export interface WorkCalendar {
  /** Days that differ from Monday–Friday: `2026-10-10` true (调休上班), `2026-10-01` false. */
  exceptions: Readonly<Record<string, boolean>>
  /** The last day the notices cover; later days follow the week and are provisional (暂定). */
  knownTo: string
  /** Minutes of the day, in order and apart: `[[510, 720], [870, 1080]]` is 8:30–12:00, 14:30–18:00. */
  hours: readonly (readonly [from: number, to: number])[]
}

/** 8:30–12:00 and 14:30–18:00, the common office hours of Gansu's counties: seven hours a day. */
export const DEFAULT_HOURS: WorkCalendar['hours'] = [[510, 720], [870, 1080]]

/** How limits run: by the clock on the wall, or only while offices are open. */
export interface Timing {
  /** Whole minutes between two instants, rounded down; negative when `to` is earlier. */
  between: (from: Date, to: Date) => number
  /** The first instant by which so many minutes have passed since `at`; 0 minutes: `at` itself. */
  after: (at: Date, minutes: number) => Date
  /** The first instant from which no more than so many minutes (> 0) are left until `at`. */
  before: (at: Date, minutes: number) => Date
  /** The last instant by which no more than so many minutes have passed: `before(x, n) <= now` exactly when `x <= until(now, n)`. */
  until: (at: Date, minutes: number) => Date
}

/** By the clock on the wall, nights and holidays too: what is urgent runs so. */
export const naturalTime: Timing = {
  between: minutesBetween,
  after: addMinutes,
  before: (at, minutes) => addMinutes(at, -minutes),
  until: addMinutes,
}

export interface WorkingTime extends Timing {
  isWorkingDay: (day: string) => boolean
  /** Whether an instant lies beyond the known calendar, so that a limit there may still move. */
  isProvisional: (at: Date) => boolean
  /** The end of office hours on the n-th working day after the day of `at` (n ≥ 1): how a limit in working days is counted (期间开始之日不计算). */
  endOfDay: (at: Date, n: number) => Date
}

/** Nothing is counted before it: the product is younger. */
const EPOCH = Date.UTC(2020, 0, 1) - SHANGHAI_OFFSET
/** A limit that needs more days than this is a mistake in the data. */
const MOST_DAYS = 366 * 60

const dayName = (index: number): string => dayOf(new Date(EPOCH + index * DAY))
export const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Work done before the given millisecond of a working day. */
const doneInDay = (hours: WorkCalendar['hours'], ms: number): number =>
  hours.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(ms, to * MINUTE) - from * MINUTE), 0)

/** The first millisecond of a working day before which `work` has been done. */
const momentOf = (hours: WorkCalendar['hours'], work: number): number => {
  let left = work
  for (const [from, to] of hours) {
    const length = (to - from) * MINUTE
    if (left <= length) return from * MINUTE + left
    left -= length
  }
  throw new RangeError('more work than a day has')
}

/** `sums[i]` is the work before day i, added as far as somebody asks. */
const createSums = (workOn: (day: string) => number) => {
  const sums = [0]
  const upTo = (index: number): number => {
    if (index < 0 || index > MOST_DAYS) throw new RangeError('outside the working calendar')
    while (sums.length <= index) sums.push(sums.at(-1)! + workOn(dayName(sums.length - 1)))
    return sums[index]!
  }
  /** The day in which the sum reaches `work`: the last whose start has less. */
  const dayReaching = (work: number, from: number): number => {
    let far = from + 1
    while (upTo(far) < work) far += Math.min(256, far - from)
    let [low, high] = [from, far]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (upTo(middle) < work) low = middle
      else high = middle
    }
    return low
  }
  return { upTo, dayReaching }
}

/** Working time over one calendar: prefix sums per day, so that a limit a year away costs a search of a few steps. */
export const workingTimeOf = ({ exceptions, knownTo, hours }: WorkCalendar): WorkingTime => {
  const full = doneInDay(hours, DAY)
  if (full <= 0) throw new RangeError('no office hours')
  const isWorkingDay = (day: string): boolean => exceptions[day] ?? isWeekday(day)
  const workOn = (day: string): number => (isWorkingDay(day) ? full : 0)
  const sums = createSums(workOn)

  const indexOf = (at: Date): number => Math.floor((at.getTime() - EPOCH) / DAY)
  const workBefore = (at: Date): number => {
    const index = indexOf(at)
    const inDay = isWorkingDay(dayName(index)) ? doneInDay(hours, at.getTime() - EPOCH - index * DAY) : 0
    return sums.upTo(index) + inDay
  }
  /** The first instant before which so much work has been done, looked for from a day that has less. */
  const instantOf = (work: number, from: number): number => {
    const index = sums.dayReaching(work, from)
    return EPOCH + index * DAY + momentOf(hours, work - sums.upTo(index))
  }
  const after = (at: Date, minutes: number): Date => {
    if (minutes < 0) throw new RangeError('a limit is not negative')
    return minutes === 0 ? at : new Date(instantOf(workBefore(at) + minutes * MINUTE, indexOf(at)))
  }
  return {
    isWorkingDay,
    isProvisional: (at) => dayOf(at) > knownTo,
    between: (from, to) => Math.floor((workBefore(to) - workBefore(from)) / MINUTE),
    after,
    before: (at, minutes) => new Date(instantOf(workBefore(at) - minutes * MINUTE, 0)),
    until: (at, minutes) => new Date(instantOf(workBefore(at) + minutes * MINUTE + 1, indexOf(at)) - 1),
    endOfDay: (at, n) => {
      if (!Number.isInteger(n) || n < 1) throw new RangeError('working days are counted from one')
      const next = indexOf(at) + 1
      return new Date(instantOf(sums.upTo(next) + n * full, next))
    },
  }
}
