import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Tap } from '@/components/Tap'
import { confirm } from '@/services/tell'

/** Says quietly that what was written before is still there. */
export function DraftNote({ isShown, onDiscard }: { isShown: boolean; onDiscard: () => void }) {
  if (!isShown) return null
  const ask = async () => {
    if (await confirm({ title: '不要这些了？', content: '上次写的和拍的会从手机里删掉。', yes: '删掉', no: '先留着' })) onDiscard()
  }
  return (
    <View className="note" role="status">
      <Icon name="check" size="xs" />
      <Text className="grow">上次没发出去的还在，接着写就行。</Text>
      <Tap id="discard-draft" className="link note-do" onTap={() => void ask()}>不要了</Tap>
    </View>
  )
}
