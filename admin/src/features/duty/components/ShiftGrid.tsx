import { gapsOf } from '@xiangli/shared/duty/rules'
import type { ShiftView } from '@xiangli/shared/duty/shifts'
import { dayOf } from '@xiangli/shared/core/time'
import { useNow } from '../../../services/clock'
import { useMe } from '../../../services/me'
import { dayLabel, isRestDay, spanOfDays, timesWords, weekdayName, type View } from '../days'

type Props = { days: string[]; shifts: ShiftView[]; view: View; month: string; onOpen?: ((shift: ShiftView) => void) | undefined }

const spanOf = ({ from, to }: ShiftView) => ({ from: new Date(from), to: new Date(to) })

/** One cell a day: who is on, and from now on where nobody is. */
export function ShiftGrid({ days, shifts, view, month, onOpen }: Props) {
  const now = useNow()
  const today = dayOf(new Date(now))
  const whole = spanOfDays(days)
  const [first, last] = [shifts[0], shifts.at(-1)]
  // Holes are shown between what is planned; far ahead nothing is planned yet, and that is no hole.
  const planned = first && last ? { from: new Date(Math.max(now, Date.parse(first.from))), to: new Date(last.to) } : null
  const gaps = planned && planned.from < planned.to ? gapsOf(shifts.map(spanOf), planned) : []
  return (
    <ol className={`duty-grid of-${view}`} aria-label="值班表">
      {days.map((day) => {
        const isFirst = day === days[0]
        const onDay = shifts.filter(({ from }) => dayOf(new Date(from)) === day || (isFirst && new Date(from) < whole.from))
        return (
          <li key={day} className={[day === today ? 'today' : '', isRestDay(day) ? 'rest' : '', view === 'month' && !day.startsWith(month) ? 'aside' : ''].join(' ')}>
            <h3><b>{dayLabel(day)}</b> <span className="second">{day === today ? '今天' : weekdayName(day)}</span></h3>
            {onDay.map((shift) => <ShiftCard key={shift.id} day={day} shift={shift} isOver={new Date(shift.to).getTime() <= now} isOn={new Date(shift.from).getTime() <= now && now < new Date(shift.to).getTime()} onOpen={onOpen} />)}
            {gaps.filter(({ from }) => dayOf(from) === day).map(({ from, to }) => (
              <p key={from.getTime()} className="duty-gap tiny">{timesWords(from, to)} 没人值班</p>
            ))}
            {onDay.length === 0 && <p className="tiny second duty-none">还没排</p>}
          </li>
        )
      })}
    </ol>
  )
}

function ShiftCard({ day, shift, isOver, isOn, onOpen }: { day: string; shift: ShiftView; isOver: boolean; isOn: boolean; onOpen: Props['onOpen'] }) {
  const me = useMe()
  const mark = <span className="tag primary">我</span>
  const isEve = dayOf(new Date(shift.from)) < day
  const name = `duty-shift${isOver ? ' over' : ''}${isOn ? ' on' : ''}${shift.isMine ? ' mine' : ''}`
  const content = (
    <>
      <span className="tiny second">{isEve ? '前一晚 ' : ''}{timesWords(shift.from, shift.to)}</span>
      <b>{shift.main.name}{shift.main.personId === me.id && mark}{isOn && <span className="tag strong">在班</span>}</b>
      {shift.backup && <span className="tiny second">备班 {shift.backup.name} {shift.backup.personId === me.id && mark}</span>}
      {shift.changed && <span className="tiny second clip" title={`${shift.changed.byName}：${shift.changed.reason}`}>改过：{shift.changed.reason}</span>}
    </>
  )
  if (!onOpen || isOver) return <div className={name}>{content}</div>
  return <button type="button" className={name} aria-label={`改 ${shift.main.name} ${timesWords(shift.from, shift.to)} 的班`} onClick={() => onOpen(shift)}>{content}</button>
}
