import { Text, View } from '@tarojs/components'
import { Icon } from './Icon'
import { Tap } from './Tap'
import './SectionHeader.scss'

interface SectionHeaderProps {
  words: string
  count?: number | string
  more?: { words: string; onTap: () => void }
}

export function SectionHeader({ words, count, more }: SectionHeaderProps) {
  return (
    <View className="section">
      <View className="h2" role="heading" aria-level="2">{words} {count !== undefined && <Text className="num">{count}</Text>}</View>
      {more && <Tap className="section-more" onTap={more.onTap}>{more.words}<Icon name="right" size="xs" /></Tap>}
    </View>
  )
}
