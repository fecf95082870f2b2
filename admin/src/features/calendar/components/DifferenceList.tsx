import type { CalendarDifference } from '@xiangli/shared/calendar/contract'
import { dayWords, hoursWords, sayKind } from '../day-words'

/** Day by day what it was and what it becomes. */
export function DifferenceList({ difference: { days, hours, newYears } }: { difference: CalendarDifference }) {
  const years = new Set(days.map(({ to }) => to.day.slice(0, 4)))
  const year = years.size === 1 ? Number([...years][0]) : 0
  return (
    <ul className="cal-difference" aria-label="改动">
      {newYears.map((each) => <li key={each}><b>{each} 年</b><span>暂定 → 定下来</span></li>)}
      {hours && <li><b>上班时间</b><span>{hoursWords(hours.from)} → {hoursWords(hours.to)}</span></li>}
      {days.map(({ from, to }) => <li key={to.day}><b>{dayWords(to.day, year)}</b><span>{sayKind(from)} → {sayKind(to)}</span></li>)}
    </ul>
  )
}
