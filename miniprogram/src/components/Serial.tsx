import Taro from '@tarojs/taro'
import { Text } from '@tarojs/components'
import { Icon } from './Icon'
import { Tap } from './Tap'
import './Serial.scss'

/** The number to say on the telephone, copied at a tap. */
export function Serial({ serial }: { serial: string }) {
  return (
    <Tap className="serial second" label={`复制编号 ${serial}`} onTap={() => void Taro.setClipboardData({ data: serial })}>
      <Text>编号 {serial}</Text><Icon name="copy" size="xs" />
    </Tap>
  )
}
