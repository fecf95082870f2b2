import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Avatar } from '@/components/Avatar'
import { Chips } from '@/components/Chips'
import { Icon, type IconName } from '@/components/Icon'
import { ListItem } from '@/components/ListItem'
import { Page } from '@/components/Page'
import { SectionHeader } from '@/components/SectionHeader'
import { SignInCard } from '@/features/identity/components/SignInCard'
import { chooseOwnVillage } from '@/features/region/choose'
import { chooseLook, useLook, type Appearance } from '@/services/look'
import { forgetSeen } from '@/services/seen'
import { signOut, useSession } from '@/services/session'
import { confirm } from '@/services/tell'

const Lead = ({ icon }: { icon: IconName }) => <View className="round quiet"><Icon name={icon} /></View>
const identity = (page: string) => void Taro.navigateTo({ url: `/features/identity/pages/${page}/index` })

const APPEARANCES: readonly { value: Appearance; words: string }[] = [
  { value: 'system', words: '跟着手机' },
  { value: 'light', words: '浅色' },
  { value: 'dark', words: '深色' },
]

const SIZES = [{ value: 'plain', words: '一般大小' }, { value: 'large', words: '大字' }] as const

async function leave() {
  const isSure = await confirm({ title: '退出登录？', content: '写了没交的、等着发出的都还在手机里，下次您登录时接着用。', yes: '退出' })
  if (!isSure) return
  forgetSeen()
  await signOut()
}

export default function Me() {
  const me = useSession((session) => session.me)
  const phase = useSession((session) => session.phase)
  const elder = useLook((look) => look.elder)
  const appearance = useLook((look) => look.appearance)
  const posts = me?.appointments.map(({ roleLabel, regionName }) => `${regionName} ${roleLabel}`).join('、')
  return (
    <Page tab="me" title="我的">
      {!me && phase === 'out' && <SignInCard />}
      {me && (
        <View className="card list">
          <ListItem id="profile" lead={<Avatar name={me.name} />} title={me.name} note={me.phone ?? '还没留手机号，留了办事的人好找您'} hasArrow onTap={() => identity('profile')} />
          <ListItem id="bind-village" lead={<Lead icon="house" />} title={me.village ? me.village.name : '选我的村'} note={me.village ? me.village.townName : '反映的事会先到您的村'} hasArrow onTap={chooseOwnVillage} />
          {posts && <ListItem lead={<Lead icon="tasks" />} title="任职" note={posts} />}
        </View>
      )}
      <SectionHeader words="字和颜色" />
      <View className="card list">
        <View className="cell stack">
          <View>字的大小</View>
          <Chips label="字的大小" options={SIZES} value={elder ? 'large' : 'plain'} onChange={(size) => chooseLook({ elder: size === 'large' })} />
        </View>
        <View className="cell stack">
          <View>颜色</View>
          <Chips label="颜色" options={APPEARANCES} value={appearance} onChange={(choice) => chooseLook({ appearance: choice })} />
        </View>
      </View>
      <View className="card list">
        <ListItem id="privacy" lead={<Lead icon="lock" />} title="您的信息怎么用" note="谁能看到、存多久、怎么删" hasArrow onTap={() => identity('privacy')} />
        {me && <ListItem id="sign-out" lead={<Lead icon="exit" />} title="退出登录" onTap={() => void leave()} />}
      </View>
    </Page>
  )
}
