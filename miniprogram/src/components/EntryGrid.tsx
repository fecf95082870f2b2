import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'
import { Tap } from './Tap'
import './EntryGrid.scss'

export interface Entry {
  words: string
  icon: IconName
  onTap: () => void
  isMain?: boolean
  badge?: string
  id?: string
}

/** Six large entries at most; fewer fill the row. */
export function EntryGrid({ entries }: { entries: readonly Entry[] }) {
  return (
    <View className={`entries of-${Math.min(entries.length, 3)}`}>
      {entries.map(({ words, icon, onTap, isMain, badge, id }) => (
        <Tap key={words} id={id} className={`card entry${isMain ? ' main' : ''}`} onTap={onTap}>
          <Icon name={icon} size="l" />
          <Text>{words}</Text>
          {badge && <Text className="badge">{badge}</Text>}
        </Tap>
      ))}
    </View>
  )
}
