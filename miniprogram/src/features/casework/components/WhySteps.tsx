import { View } from '@tarojs/components'
import type { WhyView } from '@xiangli/shared/casework/public-views'
import { when } from '@/services/when'

/** Each thing the machine did by itself: the rule, what it went by, when. */
export function WhySteps({ steps }: { steps: readonly WhyView[] }) {
  return (
    <View className="card list">
      {steps.map(({ rule, title, words, version, at, facts }, index) => (
        <View key={`${rule}-${index}`} className="cell">
          <View className="b">{title}</View>
          <View>{words}</View>
          <View className="second">{[...facts.map(({ label, value }) => `${label}：${value}`), when(at), `规则 ${rule} 第 ${version} 版`].join('；')}</View>
        </View>
      ))}
    </View>
  )
}
