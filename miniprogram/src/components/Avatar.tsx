import { View } from '@tarojs/components'
import { Icon } from './Icon'
import './Avatar.scss'

/** A person by the first character of the name, a unit by a house. */
export function Avatar({ name, isUnit }: { name: string; isUnit?: boolean }) {
  return (
    <View className={`avatar${isUnit ? ' unit' : ''}`} aria-hidden="true">
      {isUnit ? <Icon name="house" size="s" /> : name.slice(0, 1)}
    </View>
  )
}
