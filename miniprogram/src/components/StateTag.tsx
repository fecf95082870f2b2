import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'
import './StateTag.scss'

/** Green, amber and red mean deadlines only; anything else is `wait` (for someone) or `done`. */
export type Tone = 'ok' | 'soon' | 'over' | 'wait' | 'done'

interface StateTagProps {
  tone: Tone
  icon: IconName
  words: string
}

/** A word and a shape, never colour alone. */
export function StateTag({ tone, icon, words }: StateTagProps) {
  return (
    <View className={`tag ${tone}`}>
      <Icon name={icon} size="xs" />
      <Text>{words}</Text>
    </View>
  )
}
