import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '@/components/Icon'
import { Tap } from '@/components/Tap'
import './CodeLine.scss'

/** Copied at a tap; whoever has it sees how the case goes, and nothing of who. */
export function CodeLine({ code }: { code: string }) {
  return (
    <View className="card pad stack">
      <Tap className="code-line" label={`复制查询码 ${code}`} onTap={() => void Taro.setClipboardData({ data: code })}>
        <View className="grow"><View className="second">查询码</View><View className="code-letters">{code}</View></View>
        <Icon name="copy" size="s" />
      </Tap>
      <View className="second">换了手机也能凭它看进展：办事 → 查询码查进度。别给不相干的人。</View>
    </View>
  )
}
