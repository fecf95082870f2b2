import { colourOf, isLateToAccept } from '@xiangli/shared/casework/clock'
import { colourLabels } from '@xiangli/shared/casework/labels'
import type { CaseState } from '@xiangli/shared/casework/states'
import { formatMinutes, minutesBetween } from '@xiangli/shared/core/time'
import type { IconName } from '@/components/Icon'
import type { Tone } from '@/components/StateTag'

/** The clock of a case as it comes over the wire. */
export interface Timed {
  state: CaseState
  yellowAt?: string
  redAt?: string
  acceptBy?: string
}

interface Due {
  tone: Tone
  icon: IconName
  words: string
}

const dateOf = (at: string | undefined) => (at ? new Date(at) : null)

/** Worked out here from the instants, so that a list left open turns yellow by itself. */
export const colourNow = (timed: Timed, now = new Date()) =>
  colourOf({ state: timed.state, yellowAt: dateOf(timed.yellowAt), redAt: dateOf(timed.redAt) }, now)

/** By when somebody had to take it on, where nobody has; undefined while there is time. */
export function lateSince({ state, acceptBy }: Timed, now = new Date()): Date | undefined {
  const until = dateOf(acceptBy)
  return until && isLateToAccept({ state, acceptBy: until }, now) ? until : undefined
}

export function dueOf(timed: Timed, { isMine, now }: { isMine: boolean; now: Date }): Due {
  const colour = colourNow(timed, now)
  if (colour === 'none') return { tone: 'done', icon: 'done', words: timed.state === 'closed' ? '办完了' : '已结束' }
  if (colour === 'paused') return timed.state === 'answered' ? { tone: 'wait', icon: 'star', words: isMine ? '等您评价' : colourLabels.paused } : { tone: 'wait', icon: 'pause', words: '暂停中' }
  const left = formatMinutes(minutesBetween(now, new Date(timed.redAt ?? now)))
  const since = lateSince(timed, now)
  if (since && colour !== 'red') return { tone: 'over', icon: 'diamond', words: `没人接 超 ${formatMinutes(minutesBetween(since, now))}` }
  if (colour === 'red') return { tone: 'over', icon: 'diamond', words: `超期 ${left}` }
  if (colour === 'yellow') return { tone: 'soon', icon: 'triangle', words: `还剩 ${left}` }
  return { tone: 'ok', icon: 'clock', words: `还剩 ${left}` }
}
