import { dayAfter, instantOf } from '../core/time'
import { isDay, overlaps, whyNotSpan, MOST_PLANNED_DAYS, type Span } from './rules'
import type { ErrorCode } from '../catalog/errors'
import type { Pattern, Slot } from './shifts'

export interface PlannedShift extends Span {
  slot: string
  mainId: string
  backupId?: string
}

interface Period {
  from: string
  to: string
  isWorkingDay: (day: string) => boolean
}

const daysOf = ({ from, to }: Period): string[] => {
  const days: string[] = []
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day)
  return days
}

const isMeant = ({ days }: Slot, isWorkingDay: boolean): boolean => days === 'everyDay' || (days === 'workdays') === isWorkingDay

const spanOf = ({ from, to }: Slot, day: string): Span => ({
  from: instantOf(day, from),
  to: instantOf(to > from ? day : dayAfter(day, 1), to),
})

/** Every time somebody is needed, in order; a period of another length or that overlaps itself is refused. */
export const whyNotPlan = (pattern: Pick<Pattern, 'slots'>, period: Period): ErrorCode | null => {
  const { from, to } = period
  if (!isDay(from) || !isDay(to) || to < from || dayAfter(from, MOST_PLANNED_DAYS) <= to) return 'duty.badPeriod'
  const spans = spansOf(pattern, period)
  const wrong = spans.map(whyNotSpan).find((code) => code !== null)
  if (wrong) return wrong
  return spans.some((span, at) => at > 0 && overlaps(spans[at - 1]!, span)) ? 'duty.slotsOverlap' : null
}

const spansOf = ({ slots }: Pick<Pattern, 'slots'>, period: Period): (Span & { slot: string })[] =>
  daysOf(period)
    .flatMap((day) => slots.filter((slot) => isMeant(slot, period.isWorkingDay(day))).map((slot) => ({ ...spanOf(slot, day), slot: slot.name })))
    .sort((a, b) => a.from.getTime() - b.from.getTime())

/**
 * 轮班: for each time whoever has had that kind of shift least often, in the order of the list; nobody has
 * two in a row, unless that kind of shift would else fall to the same
 * one again and again (two people, two shifts a day). `had` are the turns before this period, so that a plan goes on fairly.
 */
export const rotate = (pattern: Pattern, period: Period, had: readonly Pick<PlannedShift, 'slot' | 'mainId'>[] = []): PlannedShift[] => {
  const turns = new Map<string, number>()
  const keyOf = (slot: string, personId: string): string => `${slot} ${personId}`
  const count = (slot: string, personId: string): number => turns.get(keyOf(slot, personId)) ?? 0
  const note = ({ slot, mainId }: Pick<PlannedShift, 'slot' | 'mainId'>): void => void turns.set(keyOf(slot, mainId), count(slot, mainId) + 1)
  had.forEach(note)
  let lastMain = had.at(-1)?.mainId
  return spansOf(pattern, period).map((span) => {
    const mainId = nextOf(pattern.personIds, { lastMain, count: (personId) => count(span.slot, personId) })
    const backupId = pattern.hasBackup ? afterOf(pattern.personIds, mainId) : undefined
    const shift = { ...span, mainId, ...(backupId ? { backupId } : {}) }
    note(shift)
    lastMain = mainId
    return shift
  })
}

const nextOf = (people: readonly string[], { lastMain, count }: { lastMain: string | undefined; count: (personId: string) => number }): string => {
  const least = (of: readonly string[]): string => of.reduce((best, personId) => (count(personId) < count(best) ? personId : best))
  const due = least(people)
  const rested = people.filter((personId) => personId !== lastMain)
  if (rested.length === 0) return due
  const other = least(rested)
  return count(other) > count(due) + 1 ? due : other
}

/** The backup is whoever comes after in the list; one alone has none. */
const afterOf = (people: readonly string[], mainId: string): string | undefined =>
  people.length > 1 ? people[(people.indexOf(mainId) + 1) % people.length] : undefined
