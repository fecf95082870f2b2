import { colourLabels } from '@xiangli/shared/casework/labels'
import type { Colour } from '@xiangli/shared/casework/states'
import './deadline.css'
import { DeadlineShape } from './DeadlineShape'
import { fullTime, lengthWords, shortDay, shortTime } from './time-words'
import { useNow } from '../services/clock'

type Props = {
  name: string
  colour: Colour
  startAt: string
  /** Of a start only the day is told. */
  isDayOnly?: boolean
  yellowAt?: string | null
  dueAt?: string | null
  /** Said instead of the time when the clock stands. */
  standing?: string
  note?: string
}

function headline({ colour, dueAt, standing }: Props, now: number): string {
  if (!dueAt) return standing ?? colourLabels[colour]
  const left = new Date(dueAt).getTime() - now
  return left < 0 ? `已超 ${lengthWords(-left)}` : `还剩 ${lengthWords(left)}`
}

/** Shares of the bar that have passed, in the colour they were passed in. */
function passed({ startAt, yellowAt, dueAt }: Props, now: number) {
  if (!dueAt) return []
  const start = new Date(startAt).getTime()
  const due = new Date(dueAt).getTime()
  const yellow = yellowAt ? new Date(yellowAt).getTime() : due
  const end = Math.max(now, due, start + 1)
  const share = (from: number, to: number) => Math.max(0, ((Math.min(to, now) - from) / (end - start)) * 100)
  return [
    { colour: 'green', width: share(start, yellow) },
    { colour: 'yellow', width: share(yellow, due) },
    { colour: 'red', width: share(due, end) },
  ]
}

/** How much time is left, in the largest letters of the page. */
export function LimitCard(props: Props) {
  const now = useNow()
  const { colour, dueAt, startAt, isDayOnly = false, name, note } = props
  return (
    <section className="limit" aria-label="时限">
      <div className="limit-name">{name}</div>
      <div className={`limit-time ${colour}`}>
        <DeadlineShape colour={colour} />
        {headline(props, now)}
      </div>
      {dueAt && (
        <>
          <div className="limit-bar" aria-hidden="true">
            {passed(props, now).map((part) => <i key={part.colour} className={part.colour} style={{ width: `${part.width}%` }} />)}
          </div>
          <div className="limit-ends">
            <span>{isDayOnly ? shortDay(startAt, now) : shortTime(startAt, now)} 起</span>
            <span>{fullTime(dueAt, now)} 前办好</span>
          </div>
        </>
      )}
      {note && <p className="tiny second">{note}</p>}
    </section>
  )
}
