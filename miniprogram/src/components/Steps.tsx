import { View } from '@tarojs/components'
import './Steps.scss'

export function Steps({ at, of }: { at: number; of: number }) {
  return (
    <View className="steps" role="img" aria-label={`第 ${at} 步，共 ${of} 步`}>
      {Array.from({ length: of }, (_, index) => <View key={index} className={`steps-one${index < at ? ' on' : ''}`} />)}
    </View>
  )
}
