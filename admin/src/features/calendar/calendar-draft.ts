import { calendarDay, isWorkingKind, lastDayOf, type DayMark } from '@xiangli/shared/calendar/rules'
import type { CalendarDay, CalendarYear } from '@xiangli/shared/calendar/contract'

export type Hours = CalendarYear['hours']
/** Changes not yet published. */
export type Draft = { days: Record<string, DayMark>; hours?: Hours; knownYear?: number }

const NOTHING: Draft = { days: {} }

export function readDraft(words: string): Draft {
  try {
    return { ...NOTHING, ...(JSON.parse(words || '{}') as Partial<Draft>) }
  } catch {
    // Written by an older version of this page.
    return NOTHING
  }
}

export function draftWords(draft: Draft): string {
  const isEmpty = Object.keys(draft.days).length === 0 && !draft.hours && draft.knownYear === undefined
  return isEmpty ? '' : JSON.stringify(draft)
}

const isSame = (a: CalendarDay, b: CalendarDay) => a.kind === b.kind && a.name === b.name

/** The day as it would be; the very one given when nothing about it changes. */
export function shownDay({ days }: Draft, published: CalendarDay): CalendarDay {
  const mark = days[published.day]
  if (!mark) return published
  const day = calendarDay({ marks: { [published.day]: mark } }, published.day)
  return isSame(day, published) ? published : day
}

/** A day that comes back to what is published is no change. */
export function withDay(draft: Draft, published: CalendarDay, mark: DayMark): Draft {
  const { [published.day]: _, ...others } = draft.days
  const days = { ...others, [published.day]: mark }
  return shownDay({ days }, published) === published ? { ...draft, days: others } : { ...draft, days }
}

/** Switched back, it is again all that was published, its holiday's name too. */
export function toggled(draft: Draft, published: CalendarDay): Draft {
  const isWorking = !isWorkingKind(shownDay(draft, published).kind)
  const isBack = isWorking === isWorkingKind(published.kind)
  return withDay(draft, published, { isWorking, ...(isBack && published.name ? { name: published.name } : {}) })
}

export function withHours(draft: Draft, next: Hours, published: Hours): Draft {
  const { hours: _, ...others } = draft
  return JSON.stringify(next) === JSON.stringify(published) ? others : { ...others, hours: next }
}

export function withKnownYear(draft: Draft, next: number | undefined): Draft {
  const { knownYear: _, ...others } = draft
  return next === undefined ? others : { ...others, knownYear: next }
}

/** As the operations take it. */
export const changeOf = ({ days, hours, knownYear }: Draft) => ({
  days: Object.entries(days).sort(([a], [b]) => a.localeCompare(b)).map(([day, { isWorking, name }]) => ({ day, isWorking, ...(name?.trim() ? { name } : {}) })),
  ...(hours ? { hours } : {}),
  ...(knownYear === undefined ? {} : { knownTo: lastDayOf(knownYear) }),
})
