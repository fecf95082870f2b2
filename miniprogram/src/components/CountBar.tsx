import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'
import type { Tone } from './StateTag'
import { Tap } from './Tap'
import './CountBar.scss'

export interface Count {
  key: string
  number: string
  words: string
  tone: Tone
  icon: IconName
}

interface CountBarProps {
  counts: readonly Count[]
  chosen?: string
  onChoose: (key: string) => void
}

/** Big plain numbers that open their lists. */
export function CountBar({ counts, chosen, onChoose }: CountBarProps) {
  return (
    <View className="card counts">
      {counts.map(({ key, number, words, tone, icon }) => (
        <Tap key={key} id={`count-${key}`} className={`count ${tone}${chosen === key ? ' on' : ''}`} label={`${words} ${number} 件`} onTap={() => onChoose(key)}>
          <Text className="count-number">{number}</Text>
          <View className="count-words"><Icon name={icon} size="s" />{words}</View>
        </Tap>
      ))}
    </View>
  )
}
