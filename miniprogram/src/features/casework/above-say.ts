import { timeKindLabels } from '@xiangli/shared/casework/labels'
import type { CaseView, TimelineEntry } from '@xiangli/shared/casework/views'
import type { IconName } from '@/components/Icon'
import { when } from '../../services/when'

type Above = Pick<CaseView, 'supervision' | 'leader' | 'pause' | 'timeRequest' | 'isExtended' | 'isProvisional' | 'redAt' | 'timeline'>
type Supervision = NonNullable<CaseView['supervision']>

export interface Line {
  key: string
  icon: IconName
  words: string
}

const whoseWords = ({ kind, unitName, byUnitName, isTop }: Supervision): string => {
  const top = isTop ? '，已经到县里' : ''
  return kind === 'overdue' ? `超期了，现在由${unitName}负责督办${top}` : `${byUnitName ?? '上级'}挂牌督办，由${unitName}负责${top}`
}

const awaitedWords = ({ awaits, due, unitName }: Supervision, now: Date): string => {
  const isLate = new Date(due) <= now
  if (awaits === 'feedback') return isLate ? `该 ${when(due, now)} 说清原因，还没说` : `${when(due, now)} 前要说清原因、哪天办好`
  if (awaits === 'result') return isLate ? `答应 ${when(due, now)} 办好，过了还没办好` : `他们答应 ${when(due, now)} 前办好`
  return `办理的人说办好了，等${unitName}确认`
}

/** The entry that gave the extension, and the reason it was asked for. */
const extensionOf = (timeline: readonly TimelineEntry[]): { until: string; reason: string | undefined } | undefined => {
  const inOrder = [...timeline].sort((a, b) => a.n - b.n)
  const at = inOrder.map(({ action, time }) => action === 'grantTime' && time?.kind === 'extend').lastIndexOf(true)
  const time = inOrder[at]?.time
  const asked = inOrder.slice(0, Math.max(0, at)).filter(({ action }) => action === 'askTime').pop()
  return time && { until: time.until, reason: asked?.words }
}

const because = (reason: string | undefined): string => (reason ? `，因为${reason}` : '')

const extendedWords = ({ isExtended, timeline }: Above, now: Date): string | undefined => {
  const given = isExtended ? extensionOf(timeline) : undefined
  return given && `延期到 ${when(given.until, now)}${because(given.reason)}`
}

/** What the levels above have to do with it, each in one line a villager reads. */
export function aboveLines(view: Above, now = new Date()): Line[] {
  const { supervision, leader, pause, timeRequest, isProvisional, redAt } = view
  const extended = extendedWords(view, now)
  const line = (key: string, icon: IconName, words: string | undefined | false): Line[] => (words ? [{ key, icon, words }] : [])
  return [
    ...line('supervision', 'notice', supervision && `${whoseWords(supervision)}；${awaitedWords(supervision, now)}`),
    ...line('leader', 'person', leader && `${leader.isMe ? '您' : `${leader.unitName}${leader.name}`}包了这件事`),
    ...line('pause', 'pause', pause && `暂停到 ${when(pause.until, now)}${because(pause.reason)}`),
    ...line('extended', 'clock', extended),
    ...line('request', 'message', timeRequest && `办理的人申请${timeKindLabels[timeRequest.kind]}到 ${when(timeRequest.until, now)}${because(timeRequest.reason)}。上级还没答复`),
    ...line('provisional', 'clock', isProvisional && redAt !== undefined && '日子是暂定的：放假安排还没公布，可能会动'),
  ]
}
