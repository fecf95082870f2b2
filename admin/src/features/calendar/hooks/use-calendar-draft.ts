import type { DayMark } from '@xiangli/shared/calendar/rules'
import type { CalendarDay } from '@xiangli/shared/calendar/contract'
import { useMemo } from 'react'
import { useDraft } from '../../../services/use-draft'
import { changeOf, draftWords, readDraft, shownDay, toggled, withDay, withHours, withKnownYear, type Draft, type Hours } from '../calendar-draft'

/** What was changed and not yet published; survives a reload, another year and a new version by somebody else. */
export function useCalendarDraft() {
  const [words, write] = useDraft('calendar')
  const draft = useMemo(() => readDraft(words), [words])
  const keep = (next: Draft) => write(draftWords(next))
  const change = changeOf(draft)
  return {
    change,
    hours: draft.hours,
    knownYear: draft.knownYear,
    count: change.days.length + (draft.hours ? 1 : 0) + (draft.knownYear === undefined ? 0 : 1),
    shown: (day: CalendarDay) => shownDay(draft, day),
    toggle: (published: CalendarDay) => keep(toggled(draft, published)),
    setDay: (published: CalendarDay, mark: DayMark) => keep(withDay(draft, published, mark)),
    setHours: (next: Hours, published: Hours) => keep(withHours(draft, next, published)),
    setKnownYear: (next: number | undefined) => keep(withKnownYear(draft, next)),
    clear: () => write(''),
  }
}

export type CalendarDraft = ReturnType<typeof useCalendarDraft>
