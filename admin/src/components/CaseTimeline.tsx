import './timeline.css'
import { fullTime, shortDay, shortTime } from './time-words'
import { useNow } from '../services/clock'

export type TimelineEntry = {
  key: string
  at: string
  /** Only the day of it is known. */
  isDay?: boolean
  who?: string
  did: string
  words?: React.ReactNode
  tone: 'person' | 'machine' | 'warning'
  extra?: React.ReactNode
}

/** What happened, newest first; what people did stands out from what the system noted. */
export function CaseTimeline({ entries }: { entries: TimelineEntry[] }) {
  const now = useNow()
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.key} className={entry.tone}>
          <i aria-hidden="true" />
          <div className="timeline-line">
            <span>{entry.who && <b>{entry.who}</b>} {entry.did}</span>
            {entry.isDay ? <time dateTime={entry.at}>{shortDay(entry.at, now)}</time> : <time dateTime={entry.at} title={fullTime(entry.at, now)}>{shortTime(entry.at, now)}</time>}
          </div>
          {entry.words && <p>{entry.words}</p>}
          {entry.extra}
        </li>
      ))}
    </ol>
  )
}
