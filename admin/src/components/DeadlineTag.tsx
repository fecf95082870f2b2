import { colourLabels } from '@xiangli/shared/casework/labels'
import type { CaseState, Colour } from '@xiangli/shared/casework/states'
import './deadline.css'
import { DeadlineShape } from './DeadlineShape'
import { lateToAccept } from './late-to-accept'
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
