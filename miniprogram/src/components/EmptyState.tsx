import { View } from '@tarojs/components'
import { Button } from './Button'
import { Icon, type IconName } from './Icon'
import './EmptyState.scss'

interface EmptyStateProps {
  icon: IconName
  words: string
  /** What will appear here. */
  note: string
  action?: { words: string; onTap: () => void }
}

export function EmptyState({ icon, words, note, action }: EmptyStateProps) {
  return (
    <View className="card empty">
      <View className="empty-sign"><Icon name={icon} size="xl" /></View>
      <View className="b">{words}</View>
      <View className="second">{note}</View>
      {action && <View className="empty-do"><Button kind="tint" words={action.words} onTap={action.onTap} /></View>}
    </View>
  )
}
