import type { JournalRow } from '@xiangli/shared/journal/contract'

const kinds: Record<string, string> = {
  case: '办件', file: '附件', person: '人员', session: '登录', notice: '消息', resident: '居民', household: '户', account: '账号', appointment: '任职',
}

export const kindOf = (type: string) => kinds[type] ?? type

/** 办件、附件 2 件 — raw ids mean nothing to a reader. */
export function targetWords(targets: JournalRow['targets']): string {
  const counts = new Map<string, number>()
  targets.forEach((target) => counts.set(kindOf(target.type), (counts.get(kindOf(target.type)) ?? 0) + 1))
  return [...counts].map(([kind, count]) => (count > 1 ? `${kind} ${count} 个` : kind)).join('、')
}
