import { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { InputOf, OutputOf, QueryName } from '@xiangli/shared/catalog/contracts'
import type { CallError } from '@xiangli/shared/catalog/call'
import { call } from '@/services/call'
import { asCallError } from '@/services/request'
import { useQuery } from './use-query'

interface Paged {
  items: readonly unknown[]
  next?: string
}

type PagedQuery = { [N in QueryName]: OutputOf<N> extends Paged ? ('cursor' extends keyof InputOf<N> ? N : never) : never }[QueryName]
type ItemOf<N extends PagedQuery> = OutputOf<N>['items'][number]

interface Settings {
  isOff?: boolean
  on?: (event: { event: string; id: string }) => boolean
}

/** A list by cursor: the first page like any query, later ones as the thumb reaches the end. */
export function usePages<N extends PagedQuery>(operation: N, input: InputOf<N>, settings: Settings = {}) {
  const first = useQuery(operation, input, settings)
  const [later, setLater] = useState<{ after: unknown; items: ItemOf<N>[]; next?: string }>()
  const [moreError, setMoreError] = useState<CallError>()
  const [isMore, setIsMore] = useState(false)

  const page = first.data as Paged | undefined
  // A fresh first page starts the list anew: its cursor belongs to it.
  const isContinued = later !== undefined && later.after === page
  const next = isContinued ? later.next : page?.next
  const items = [...(page?.items ?? []), ...(isContinued ? later.items : [])] as ItemOf<N>[]

  const loadMore = async () => {
    if (!next || isMore) return
    setIsMore(true)
    setMoreError(undefined)
    try {
      const answer = (await call(operation, { ...input, cursor: next })) as Paged
      setLater({ after: page, items: [...(isContinued ? later.items : []), ...answer.items] as ItemOf<N>[], next: answer.next })
    } catch (cause) {
      setMoreError(asCallError(cause))
    } finally {
      setIsMore(false)
    }
  }
  useReachBottom(() => void loadMore())
  usePullDownRefresh(() => void first.reload().finally(() => Taro.stopPullDownRefresh()))
  return { items, error: first.error, isLoading: first.isLoading, reload: first.reload, hasMore: next !== undefined, isMore, moreError, loadMore }
}
