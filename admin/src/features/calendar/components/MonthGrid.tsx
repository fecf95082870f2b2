import type { CalendarDay } from '@xiangli/shared/calendar/contract'
import { kindMarks, dayWords, leadOf, sayKind, WEEK } from '../day-words'

export type ShownDay = CalendarDay & { isChanged: boolean }

type Props = {
  month: number
  days: ShownDay[]
  current: string
  today: string
  isProvisional: boolean
  onPress: (day: string) => void
  onFocus: (day: string) => void
}

/** One month in weeks from Monday; of the whole year one day is in the tab order. */
export function MonthGrid({ month, days, current, today, isProvisional, onPress, onFocus }: Props) {
  const first = days[0]
  if (!first) return null
  return (
    <section className={isProvisional ? 'cal-month provisional' : 'cal-month'} aria-label={`${month}月`}>
      <h2>{month}月</h2>
      <div className="cal-week" aria-hidden="true">{WEEK.map((name) => <span key={name}>{name}</span>)}</div>
      <div className="cal-days">
        {days.map((day, at) => (
          <button
            key={day.day} type="button" data-day={day.day} tabIndex={day.day === current ? 0 : -1}
            style={at === 0 ? { gridColumnStart: leadOf(first.day) + 1 } : undefined}
            className={classOf(day, { current, today })} aria-label={labelOf(day, today)} aria-pressed={day.day === current}
            onClick={() => onPress(day.day)} onFocus={() => onFocus(day.day)}
          >
            {Number(day.day.slice(8))}
            {kindMarks[day.kind] && <i>{kindMarks[day.kind]}</i>}
          </button>
        ))}
      </div>
    </section>
  )
}

function classOf(day: ShownDay, { current, today }: { current: string; today: string }) {
  const isOn = day.day === current
  return ['cal-day', day.kind, day.isChanged && 'changed', isOn && 'on', day.day === today && 'today'].filter(Boolean).join(' ')
}

const labelOf = (day: ShownDay, today: string) =>
  `${dayWords(day.day)}，${sayKind(day)}${day.isChanged ? '，已改，没发布' : ''}${day.day === today ? '，今天' : ''}`
