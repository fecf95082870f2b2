import { supervisionLabels, timeKindLabels } from '@xiangli/shared/casework/labels'
import type { CaseView } from '@xiangli/shared/casework/views'
import { fullTime, lengthWords } from '../../components/time-words'

type Supervision = NonNullable<CaseView['supervision']>

/** 逾期督办，第 2 级 · 挂牌督办 · at the county: it moves no further. */
export function supervisionName({ kind, level, isTop }: Pick<Supervision, 'kind' | 'level' | 'isTop'>): string {
  if (isTop) return `${supervisionLabels[kind]}，已到县里，挂在督办榜`
  return kind === 'listed' && level === 1 ? supervisionLabels[kind] : `${supervisionLabels[kind]}，第 ${level} 级`
}

const owes: Record<Supervision['awaits'], string> = {
  feedback: '前交反馈：原因、措施、哪天办好',
  result: '前办好（反馈时答应的）',
  signature: '前签认办理结果',
}

/** Whose duty, until when, and what happens if nobody does it. */
export function supervisionWords({ unitName, awaits, due, isTop }: Pick<Supervision, 'unitName' | 'awaits' | 'due' | 'isTop'>, now: number): string {
  const late = now - Date.parse(due)
  const duty = `${unitName}要在 ${fullTime(due, now)} ${owes[awaits]}`
  if (late >= 0) return `${duty}，已过 ${lengthWords(late)}`
  return isTop ? duty : `${duty}；到时没有，升到上一级`
}

export const dueWords = (due: string, now: number): string => {
  const left = Date.parse(due) - now
  return left < 0 ? `超 ${lengthWords(-left)}` : `剩 ${lengthWords(left)}`
}

export const pauseWords = ({ until, reason }: Pick<NonNullable<CaseView['pause']>, 'until' | 'reason'>, now: number): string =>
  `暂停到 ${fullTime(until, now)}，时限停着：${reason}`

export const requestWords = ({ kind, until, reason }: NonNullable<CaseView['timeRequest']>, now: number): string =>
  `办理人申请${timeKindLabels[kind]}到 ${fullTime(until, now)}：${reason}`
