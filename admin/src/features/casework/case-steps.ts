import { stateLabels } from '@xiangli/shared/casework/labels'
import type { CaseState } from '@xiangli/shared/casework/states'
import type { CaseView } from '@xiangli/shared/casework/views'
import { DAY } from '@xiangli/shared/core/time'
import type { CaseStep } from '../../components/CaseSteps'
import { shortDay, shortTime } from '../../components/time-words'

const way: CaseState[] = ['pending', 'accepted', 'handling', 'answered', 'closed']

/** The last time the case came into a state, out of its history. */
function cameAt(shown: CaseView, state: CaseState): string | undefined {
  if (state === 'pending') return shown.receivedAt
  const entries = shown.timeline.filter((entry) => entry.to === state && entry.from !== state)
  return entries[entries.length - 1]?.at
}

/** When a sealed case came in is told to the day. */
const cameNote = ({ names }: CaseView, state: CaseState, at: string): string => (state === 'pending' && names === 'sealed' ? shortDay(at) : shortTime(at))

function nowNote(shown: CaseView, at: string): string {
  const days = Math.floor((Date.now() - Date.parse(at)) / DAY) + 1
  if (shown.state === 'answered' && shown.rateBy) return `${shortTime(shown.rateBy)} 前评`
  if (shown.state === 'pending' && shown.acceptBy) return `${shortTime(shown.acceptBy)} 前受理`
  return days > 1 ? `第 ${days} 天` : cameNote(shown, shown.state, at)
}

/** Where it stands on the usual way; a case that ended otherwise says so at the end of it. */
export function stepsOf(shown: CaseView): CaseStep[] {
  const isElsewhere = !way.includes(shown.state)
  const reached = isElsewhere ? way.length - 1 : way.indexOf(shown.state)
  return way.map((state, n) => {
    const here = isElsewhere && n === way.length - 1 ? shown.state : state
    const at = cameAt(shown, here)
    const isNow = n === reached
    const stage = isNow ? (here === 'closed' ? 'done' : 'now') : n < reached && at ? 'done' : 'ahead'
    const note = isNow && at && here !== 'closed' ? nowNote(shown, at) : at && n <= reached ? cameNote(shown, here, at) : undefined
    return { name: stateLabels[here], stage, ...(note ? { note } : {}) }
  })
}
