import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { Icon } from './Icon'
import { Tap } from './Tap'
import './PartyRow.scss'

interface PartyRowProps {
  part: string
  name: string
  title?: string
  note?: string
  /** Whole numbers only: a masked one cannot be called. */
  phone?: string
  action?: { words: string; onTap: () => void }
}

/** Who does it and who answers for it, one row each. */
export function PartyRow({ part, name, title, note, phone, action }: PartyRowProps) {
  const canCall = phone !== undefined && /^\d[\d-]{5,}$/.test(phone)
  return (
    <View className="party">
      <Text className="party-part">{part}</Text>
      <View className="grow party-who">
        <Text className="b">{name}</Text>{title && <Text className="second party-title">{title}</Text>}
        {note && <View className="second">{note}</View>}
      </View>
      {canCall && (
        <Tap className="party-call link" label={`打电话给${name}`} onTap={() => void Taro.makePhoneCall({ phoneNumber: phone })}>
          <Icon name="phone" size="s" />打电话
        </Tap>
      )}
      {action && <Tap id="contact" className="party-call link" onTap={action.onTap}>{action.words}</Tap>}
    </View>
  )
}
