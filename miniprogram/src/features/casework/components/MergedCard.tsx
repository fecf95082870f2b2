import { View } from '@tarojs/components'
import { stateLabels } from '@xiangli/shared/casework/labels'
import type { CaseView } from '@xiangli/shared/casework/views'
import { PhotoRow } from '@/components/Photo'
import { when } from '@/services/when'

/** Where a merged case goes on, and what was answered there. */
export function MergedCard({ view: { merged, requester } }: { view: CaseView }) {
  if (!merged) return null
  const { answer, redAt } = merged
  return (
    <View className="card pad stack">
      <View>
        <View className="b">和别人反映的同样的事一起办</View>
        <View className="second">{merged.serial} · {stateLabels[merged.state]} · {merged.handlerName}</View>
        {redAt && <View className="second">{when(redAt)} 前办好</View>}
      </View>
      {answer && <View>{answer.words}</View>}
      {answer && <PhotoRow photos={answer.photos} />}
      {answer && requester.isMe && <View className="second">您这儿要是没办好，点下面说一声，就单独给您办。</View>}
    </View>
  )
}
