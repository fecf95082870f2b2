import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'
import { Tap } from './Tap'
import './NoticeBar.scss'

interface NoticeBarProps {
  words: string
  icon?: IconName
  action?: { words: string; onTap: () => void }
}

/** A quiet line across the page; never red or amber, which mean deadlines. */
export function NoticeBar({ words, icon = 'notice', action }: NoticeBarProps) {
  return (
    <View className="bar" role="status">
      <Icon name={icon} size="s" />
      <Text className="grow">{words}</Text>
      {action && <Tap className="bar-do" onTap={action.onTap}>{action.words}</Tap>}
    </View>
  )
}
