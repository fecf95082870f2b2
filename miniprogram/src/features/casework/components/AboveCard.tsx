import { View } from '@tarojs/components'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Icon } from '@/components/Icon'
import { aboveLines } from '../above-say'

/** Who above answers for it now, and which days moved and why: in whole sentences, for everybody who sees the case. */
export function AboveCard({ view }: { view: CaseView }) {
  const lines = aboveLines(view)
  if (lines.length === 0) return null
  return (
    <View id="above" className="card pad stack">
      {lines.map(({ key, icon, words }) => (
        <View key={key} className="row"><Icon name={icon} size="s" /><View className="grow">{words}</View></View>
      ))}
    </View>
  )
}
