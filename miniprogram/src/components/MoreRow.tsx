import { View } from '@tarojs/components'
import type { CallError } from '@xiangli/shared/catalog/call'
import { Button } from './Button'

interface MoreRowProps {
  list: { items: readonly unknown[]; hasMore: boolean; isMore: boolean; moreError?: CallError; loadMore: () => Promise<void> }
}

/** The end of a long list: more comes by itself, and by a tap where it did not. */
export function MoreRow({ list }: MoreRowProps) {
  if (list.hasMore) {
    const words = list.moreError ? '没取到，再试一次' : '再看一些'
    return <View className="middle"><Button kind="text" words={words} isBusy={list.isMore} onTap={() => void list.loadMore()} /></View>
  }
  return list.items.length > 8 ? <View className="second middle">就这些了</View> : null
}
