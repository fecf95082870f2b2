import { areOfficeHours } from '@xiangli/shared/calendar/rules'
import { calendarErrors } from '@xiangli/shared/calendar/errors'
import type { CalendarYear } from '@xiangli/shared/calendar/contract'
import { Icon } from '../../../components/Icon'
import { NoticeLine } from '../../../components/NoticeLine'
import { clockOf, hoursWords, minuteOf, totalWords } from '../day-words'
import type { CalendarDraft } from '../hooks/use-calendar-draft'

type Hours = CalendarYear['hours']
type Props = { published: Hours; draft: CalendarDraft; canKeep: boolean }

const MOST = 6

/** The county's office hours, the same on every working day. */
export function HoursCard({ published, draft, canKeep }: Props) {
  const hours = draft.hours ?? published
  return (
    <section className={draft.hours ? 'card cal-card changed' : 'card cal-card'} aria-label="上班时间">
      <div className="row">
        <h2 className="section-name">上班时间</h2>
        <span className="small second end">一天 {totalWords(hours)}</span>
      </div>
      {canKeep ? <HoursRows hours={hours} onChange={(next) => draft.setHours(next, published)} /> : <p>{hoursWords(hours)}</p>}
      {!areOfficeHours(hours) && <NoticeLine icon="warning" tone="overdue">{calendarErrors['calendar.badHours'].text}</NoticeLine>}
      {draft.hours && <p className="tiny cal-was">原来：{hoursWords(published)}</p>}
    </section>
  )
}

function HoursRows({ hours, onChange }: { hours: Hours; onChange: (next: Hours) => void }) {
  const set = (at: number, span: Hours[number]) => onChange(hours.map((each, index) => (index === at ? span : each)))
  const last = hours.at(-1)?.[1] ?? 480
  return (
    <>
      {hours.map(([from, to], at) => (
        // A stretch has no name but its place.
        <div key={at} className="row cal-span" role="group" aria-label={`第 ${at + 1} 段`}>
          <TimeField label={`第 ${at + 1} 段从几点`} minute={from} onChange={(minute) => set(at, [minute, to])} />
          <span aria-hidden="true">到</span>
          <TimeField label={`第 ${at + 1} 段到几点`} minute={to} onChange={(minute) => set(at, [from, minute])} />
          {hours.length > 1 && (
            <button type="button" className="head-button end" aria-label={`去掉第 ${at + 1} 段`} onClick={() => onChange(hours.filter((_, index) => index !== at))}><Icon name="close" /></button>
          )}
        </div>
      ))}
      {hours.length < MOST && last < 1380 && (
        <button type="button" className="link small" onClick={() => onChange([...hours, [Math.min(last + 60, 1380), Math.min(last + 120, 1439)]])}>加一段</button>
      )}
    </>
  )
}

type FieldProps = { label: string; minute: number; onChange: (minute: number) => void }

function TimeField({ label, minute, onChange }: FieldProps) {
  return (
    <input
      type="time" className="cal-time" aria-label={label} value={clockOf(minute)} step={300}
      onChange={(event) => { if (event.target.value) onChange(minuteOf(event.target.value)) }}
    />
  )
}
