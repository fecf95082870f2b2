import type { JournalRow } from '@xiangli/shared/journal/contract'

export type Target = JournalRow['targets'][number]

const kinds: Record<string, string> = {
  case: '办件', file: '附件', files: '附件', person: '居民', sessions: '登录', notices: '消息', inbox: '消息', placeCode: '地点码', account: '账号', calendar: '工作日历',
}

export const kindOf = (type: string) => kinds[type] ?? '其他'

/** A case opens; a person or an account is only named; what the reader may not see keeps its kind. */
export const linkOf = ({ type, id, label }: Target) => (type === 'case' && label ? `/cases/${id}` : undefined)

/** `附件 2 个`: what has no name of its own is counted. */
export function unnamedWords(targets: readonly Target[]): string {
  const counts = new Map<string, number>()
  targets.filter(({ label }) => !label).forEach(({ type }) => counts.set(kindOf(type), (counts.get(kindOf(type)) ?? 0) + 1))
  return [...counts].map(([kind, count]) => (count > 1 ? `${kind} ${count} 个` : kind)).join('、')
}
