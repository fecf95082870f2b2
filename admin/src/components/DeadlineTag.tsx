import { colourLabels } from '@xiangli/shared/casework/labels'
import type { Colour } from '@xiangli/shared/casework/states'
import './deadline.css'
import { DeadlineShape } from './DeadlineShape'
import { lengthWords } from './time-words'
import { useNow } from '../services/clock'

type Props = {
  colour: Colour
  /** When the limit runs out; none while the clock stands. */
  dueAt?: string | null
  isPlain?: boolean
  /** Only the word, without the time. */
  isShort?: boolean
}

function words({ colour, dueAt, isShort }: Props, now: number): string {
  if (isShort || !dueAt) return colourLabels[colour]
  const left = new Date(dueAt).getTime() - now
  return left < 0 ? `超 ${lengthWords(-left)}` : `剩 ${lengthWords(left)}`
}

/** A deadline is always said three ways: shape, word and colour. */
export function DeadlineTag(props: Props) {
  const now = useNow()
  const { colour } = props
  return (
    <span className={`deadline ${colour}${props.isPlain ? '' : ' pill'}`}>
      <DeadlineShape colour={colour} />
      {words(props, now)}
    </span>
  )
}
