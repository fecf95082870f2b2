import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { isCaseEvent } from '@/features/casework/events'
import { useQuery } from '@/hooks/use-query'
import { useSession } from '@/services/session'

export type HomeCase = OutputOf<'casework.listMine'>['items'][number]

const MOST_TODO = 3
const MOST_RECENT = 3

/** What waits for me, what of mine is under way, what moved last. */
export function useHome() {
  const isOff = useSession((session) => session.me === undefined)
  const settings = { isOff, on: isCaseEvent }
  const waiting = useQuery('casework.listMine', { show: 'waitingForMe', limit: MOST_TODO }, settings)
  const going = useQuery('casework.listMine', { show: 'open', limit: 20 }, settings)
  const all = useQuery('casework.listMine', { show: 'all', limit: MOST_RECENT + MOST_TODO }, settings)
  const todo = isOff ? [] : (waiting.data?.items ?? [])
  const isTodo = new Set(todo.map((summary) => summary.id))
  const under = isOff ? 0 : (going.data?.items.filter((summary) => summary.state !== 'answered').length ?? 0)
  return {
    todo,
    openCount: under > 0 ? `${under}${going.data?.next ? '+' : ''}` : undefined,
    recent: isOff ? [] : (all.data?.items ?? []).filter((summary) => !isTodo.has(summary.id)).slice(0, MOST_RECENT),
    isLoading: all.isLoading,
    error: all.error,
    reload: async () => { await Promise.all([waiting.reload(), going.reload(), all.reload()]) },
  }
}
