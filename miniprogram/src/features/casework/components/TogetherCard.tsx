import { View } from '@tarojs/components'
import { aboutLabels } from '@xiangli/shared/casework/labels'
import type { CaseView } from '@xiangli/shared/casework/views'
import { when } from '@/services/when'
import { togetherWords } from '../say'

/** Who else is at it, whose decision it waits for, and who does not see it. */
export function TogetherCard({ view: { called, arbitration, about } }: { view: CaseView }) {
  if (!called && !arbitration && !about) return null
  return (
    <View className="card pad stack">
      {called && <View>{togetherWords(called)}</View>}
      {arbitration && <View>几家单位都说不归自己管，等{arbitration.unitName}定由谁办，{when(arbitration.due)} 前定。时限照走。</View>}
      {about && <View className="second">{aboutLabels[about]}：那一级的人看不到，也不公开。</View>}
    </View>
  )
}
