import type { CalendarYear } from '@xiangli/shared/calendar/contract'
import { useRef } from 'react'
import { dayAfter } from '@xiangli/shared/core/time'
import { monthsOf } from '../day-words'
import type { CalendarDraft } from '../hooks/use-calendar-draft'
import { MonthGrid } from './MonthGrid'

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

type Props = {
  shown: CalendarYear
  draft: CalendarDraft
  current: string
  today: string
  onChoose: (day: string) => void
  onPress: (day: string) => void
}

/** Twelve months; the arrow keys walk through the days, Enter or a click switches one. */
export function YearGrid({ shown, draft, current, today, onChoose, onPress }: Props) {
  const grid = useRef<HTMLDivElement>(null)
  const days = shown.days.map((published) => {
    const day = draft.shown(published)
    return { ...day, isChanged: day !== published }
  })
  const walk = (event: React.KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    const next = dayAfter(current, step)
    grid.current?.querySelector<HTMLButtonElement>(`[data-day="${next}"]`)?.focus()
  }
  return (
    <div ref={grid} className="cal-year" role="group" aria-label={`${shown.year}年`} onKeyDown={walk}>
      {monthsOf(shown.days).map((month, at) => (
        <MonthGrid
          key={at} month={at + 1} days={days.filter(({ day }) => day.slice(5, 7) === month[0]?.day.slice(5, 7))}
          current={current} today={today} isProvisional={shown.isProvisional} onPress={onPress} onFocus={onChoose}
        />
      ))}
    </div>
  )
}
