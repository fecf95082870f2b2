import { Text, View } from '@tarojs/components'
import './ProgressRail.scss'

interface ProgressRailProps {
  steps: readonly string[]
  /** Index of the step the case stands at; equal to the number of steps when all are done. */
  at: number
}

export function ProgressRail({ steps, at }: ProgressRailProps) {
  const phase = (index: number) => (index < at ? 'past' : index === at ? 'now' : 'next')
  return (
    <View className="rail" aria-label={`进度：${steps[at] ?? '办完了'}`}>
      {steps.map((step, index) => <Text key={step} className={`rail-step ${phase(index)}`}>{step}</Text>)}
    </View>
  )
}
