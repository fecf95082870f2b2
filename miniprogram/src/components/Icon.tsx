import { Text } from '@tarojs/components'

export type IconName =
  | 'down' | 'right' | 'back' | 'close' | 'check' | 'plus' | 'diamond' | 'triangle' | 'clock' | 'pause' | 'done'
  | 'notice' | 'report' | 'home' | 'tasks' | 'bell' | 'person' | 'play' | 'stop' | 'pen' | 'camera' | 'mic' | 'pin'
  | 'phone' | 'copy' | 'again' | 'star' | 'star-full' | 'map' | 'speaker' | 'offline' | 'lock' | 'eye' | 'sun'
  | 'letters' | 'exit' | 'message' | 'house' | 'send' | 'search' | 'crosshair'

interface IconProps {
  name: IconName
  size?: 'xs' | 's' | 'm' | 'l' | 'xl'
}

/** Takes the colour of the words around it. */
export const Icon = ({ name, size = 'm' }: IconProps) => <Text className={`ic ic-${name} ${size}`} aria-hidden="true" />
