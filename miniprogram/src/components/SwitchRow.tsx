import { View } from '@tarojs/components'
import { Switch } from '@nutui/nutui-react-taro'
import '@nutui/nutui-react-taro/dist/es/packages/switch/style/css'
import { Tap } from './Tap'
import './SwitchRow.scss'

/** The row is reached by keyboard; its knob would be a second stop, and says nothing. */
const UNREACHED = { tabIndex: -1 }

interface SwitchRowProps {
  id: string
  words: string
  note: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

/** The whole row is the switch, told by keyboard and aloud; the knob in it only shows how it stands. */
export function SwitchRow({ id, words, note, isOn, onChange }: SwitchRowProps) {
  return (
    <Tap id={id} role="switch" isChecked={isOn} className="cell switch-row" onTap={() => onChange(!isOn)}>
      <View className="grow"><View className="b">{words}</View><View className="second">{note}</View></View>
      <View className="switch-knob" aria-hidden="true"><Switch checked={isOn} activeText="是" inactiveText="否" {...UNREACHED} /></View>
    </Tap>
  )
}
