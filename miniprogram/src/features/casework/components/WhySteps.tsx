import { View } from '@tarojs/components'
import type { WhyView } from '@xiangli/shared/casework/public-views'
import { when } from '@/services/when'

/** Each thing the machine did by itself: the rule by its name, what it went by, when. Its key and version are for the desk. */
export function WhySteps({ steps }: { steps: readonly WhyView[] }) {
  return (
    <View className="card list">
      {steps.map(({ rule, title, words, at, facts }, index) => (
        <View key={`${rule}-${index}`} className="cell">
          <View className="b">{title}</View>
          <View>{words}</View>
          <View className="second">{[...facts.map(({ label, value }) => `${label}：${value}`), when(at)].join('；')}</View>
        </View>
      ))}
    </View>
  )
}
