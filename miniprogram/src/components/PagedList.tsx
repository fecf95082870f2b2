import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import type { CallError } from '@xiangli/shared/catalog/call'
import { ErrorState } from './ErrorState'
import { Skeleton } from './Skeleton'

interface PagedListProps {
  list: { items: readonly unknown[]; error?: CallError; isLoading: boolean; reload: () => Promise<void> }
  empty: ReactNode
  skeleton?: 'list' | 'words'
}

/** One frame for every list: its shape while it comes, what went wrong, that there is nothing, or the rows. */
export function PagedList({ list, empty, skeleton = 'list', children }: PropsWithChildren<PagedListProps>) {
  if (list.isLoading) return <Skeleton kind={skeleton} />
  const trouble = list.error && <ErrorState error={list.error} onRetry={() => void list.reload()} />
  if (list.items.length === 0) return <>{trouble ?? empty}</>
  return <>{trouble}<View className="card list">{children}</View></>
}
