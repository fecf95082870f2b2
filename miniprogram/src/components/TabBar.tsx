import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { useLook } from '@/services/look'
import { useUnread } from '@/services/unread'
import { Icon, type IconName } from './Icon'
import { Tap } from './Tap'
import './TabBar.scss'

export type TabName = 'home' | 'services' | 'inbox' | 'me'

const TABS: readonly { name: TabName; words: string; icon: IconName }[] = [
  { name: 'home', words: '首页', icon: 'home' },
  { name: 'services', words: '办事', icon: 'tasks' },
  { name: 'inbox', words: '消息', icon: 'bell' },
  { name: 'me', words: '我的', icon: 'person' },
]

export function TabBar({ current }: { current: TabName }) {
  const elder = useLook((look) => look.elder)
  const unread = useUnread((state) => state.words)
  // Elder mode keeps three tabs; a page already open on the fourth keeps its own.
  const tabs = TABS.filter((tab) => !elder || tab.name !== 'services' || current === 'services')
  return (
    <View className="tabs" role="tablist">
      {tabs.map(({ name, words, icon }) => (
        <Tap
          key={name} id={`tab-${name}`} role="tab" className={`tabs-one${name === current ? ' on' : ''}`}
          label={name === 'inbox' && unread ? `${words}，${unread} 条未读` : words}
          onTap={() => { if (name !== current) void Taro.switchTab({ url: `/pages/${name}/index` }) }}
        >
          <Icon name={icon} />
          <Text>{words}</Text>
          {name === 'inbox' && unread && <Text className="badge">{unread}</Text>}
        </Tap>
      ))}
    </View>
  )
}
