import { actionLabels, filedLabels } from '@xiangli/shared/casework/labels'
import { movedWords } from '@xiangli/shared/casework/moved-words'
import type { CaseView, TimelineEntry } from '@xiangli/shared/casework/views'
import { lateSince } from '@/services/due'
import { when } from '@/services/when'

/** A masked name ends in stars, which need a space before the next word. */
export const beside = (name: string): string => (name.endsWith('*') ? `${name} ` : name)

/** What the timeline says happened, to the one who reads it. */
export function happened(entry: TimelineEntry, { isMine }: { isMine: boolean }): string {
  const who = entry.byMe ? '您' : ''
  switch (entry.action) {
    case 'submit': if (entry.channel) return `${who || entry.byName}${filedLabels[entry.channel]}`
      return entry.byMe ? '您反映了这件事' : '反映了这件事'
    case 'assign': return `交给${beside(entry.handlerName ?? '')}办`
    case 'route': return entry.handlerName ? `转给${entry.handlerName}` : actionLabels.route
    case 'handle': return entry.words ?? actionLabels.handle
    case 'ask': return `${who}想请${isMine ? '您' : '反映人'}补充：${entry.words ?? ''}`
    case 'rate': return entry.score ? `${who}评价了，${entry.score} 分` : `${who}评价了`
    case 'accept': return entry.byMe ? '您受理了' : '已经有人接了，开始办'
    case 'answer': return entry.byMe ? '您说办好了，等评价' : actionLabels.answer
    case 'merge': return '和别人反映的同样的事一起办'
    case 'notFixed': if (entry.byMe) return '您说又坏了，接着办'
      return actionLabels.notFixed
    case 'reopen': return `${who}说没办好，重新办理`
    default: return `${who}${movedWords(entry, new Date()) ?? actionLabels[entry.action]}`
  }
}

/** 已请 A、B 两家一起办，A 已到 */
export function togetherWords(called: NonNullable<CaseView['called']>): string {
  const names = (some: typeof called) => some.map(({ unitName }) => unitName).join('、')
  const reported = called.filter(({ reportedAt }) => reportedAt)
  const there = called.filter(({ arrivedAt, reportedAt, isWaived }) => arrivedAt && !reportedAt && !isWaived)
  const parts = [
    `已请${names(called)}${COUNTS[called.length - 1] ?? ''}家一起办`,
    there.length > 0 ? `${names(there)}已到` : '',
    reported.length > 0 ? `${names(reported)}办完了自己的` : '',
  ]
  return parts.filter(Boolean).join('，')
}
const COUNTS = ['一', '两', '三', '四', '五', '六', '七', '八']

/** Words that are not already the line itself. */
export const extraWords = ({ action, words }: TimelineEntry): string | undefined =>
  action === 'handle' || action === 'ask' ? undefined : words

/** Where a case stands on its way: 提交, 受理, 办理, 评价. */
export const RAIL = ['提交', '受理', '办理', '评价'] as const
const RAIL_AT: Partial<Record<CaseView['state'], number>> = { pending: 1, accepted: 2, handling: 2, answered: 3, closed: 4 }
export const railAt = (state: CaseView['state']): number | undefined => RAIL_AT[state]

export function placeWords({ place }: Pick<CaseView, 'place'>): string {
  const parts = [place.villageName ?? '还没说是哪个村', place.words].filter(Boolean)
  return parts.join(' ')
}

/** Until when, in one line. */
export function untilWords(view: Pick<CaseView, 'state' | 'acceptBy' | 'redAt' | 'rateBy' | 'pause'>): string {
  if (view.state === 'pending' && view.acceptBy) return lateSince(view) ? `该 ${when(view.acceptBy)} 有人接` : `${when(view.acceptBy)} 前有人接`
  if (view.state === 'answered' && view.rateBy) return `${when(view.rateBy)} 前可以评价`
  if (view.pause) return `停到 ${when(view.pause.until)}`
  return view.redAt ? `${when(view.redAt)} 前办好` : ''
}
