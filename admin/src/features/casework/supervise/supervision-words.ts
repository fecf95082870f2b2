import type { SupervisionRow } from '@xiangli/shared/casework/views'
import { dueWords } from '../above-words'

export const awaitedShort: Record<SupervisionRow['awaits'], string> = { feedback: '等反馈', result: '等结果', signature: '等签认' }

export const endedWords: Record<NonNullable<SupervisionRow['ended']>, string> = {
  signed: '已签认', missed: '到时没做，升到上一级', closed: '事情办结', reopened: '没办好，重新办理',
}

/** 逾期 2 级 · 挂牌 · 县督办榜. */
export function levelWords({ kind, level, isTop }: Pick<SupervisionRow, 'kind' | 'level' | 'isTop'>): string {
  const name = kind === 'listed' && level === 1 ? '挂牌' : `${kind === 'listed' ? '挂牌' : '逾期'} ${level} 级`
  return isTop ? `${name}，县督办榜` : name
}

export const standWords = (row: Pick<SupervisionRow, 'ended' | 'due'>, now: number): string => (row.ended ? endedWords[row.ended] : dueWords(row.due, now))

/** Late ones stand first anyway, being due earliest; the word says how late. */
export const isLateNow = (row: Pick<SupervisionRow, 'ended' | 'due'>, now: number): boolean => !row.ended && Date.parse(row.due) <= now
