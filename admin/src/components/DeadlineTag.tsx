import { isLateToAccept } from '@xiangli/shared/casework/clock'
import { colourLabels } from '@xiangli/shared/casework/labels'
import type { CaseState, Colour } from '@xiangli/shared/casework/states'
import './deadline.css'
import { DeadlineShape } from './DeadlineShape'
import { lengthWords } from './time-words'
import { useNow } from '../services/clock'

type Props = {
  colour: Colour
  /** When the limit runs out; none while the clock stands. */
  dueAt?: string | null
  /** The case itself: that nobody has taken it on in time is said before the whole limit. */
  of?: { state: CaseState; acceptBy?: string | undefined }
  isPlain?: boolean
  /** Only the word, without the time. */
  isShort?: boolean
}

/** For how long it should have been taken on, in milliseconds; 0 while there is time, or when the whole limit has passed too. */
function lateToAccept({ colour, of }: Props, now: number): number {
  const acceptBy = of?.acceptBy ? new Date(of.acceptBy) : null
  if (!of || !acceptBy || colour === 'red' || !isLateToAccept({ state: of.state, acceptBy }, new Date(now))) return 0
  return Math.max(1, now - acceptBy.getTime())
}

function words({ colour, dueAt, isShort, late }: Props & { late: number }, now: number): string {
  if (late) return isShort ? '受理超时' : `受理超 ${lengthWords(late)}`
  if (isShort || !dueAt) return colourLabels[colour]
  const left = new Date(dueAt).getTime() - now
  return left < 0 ? `超 ${lengthWords(-left)}` : `剩 ${lengthWords(left)}`
}

/** A deadline is always said three ways: shape, word and colour. */
export function DeadlineTag(props: Props) {
  const now = useNow()
  const late = lateToAccept(props, now)
  const colour = late ? 'red' : props.colour
  return (
    <span className={`deadline ${colour}${props.isPlain ? '' : ' pill'}`}>
      <DeadlineShape colour={colour} />
      {words({ ...props, late }, now)}
    </span>
  )
}
