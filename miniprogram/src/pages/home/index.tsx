import { Text } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { ModeSwitch } from '@/components/ModeSwitch'
import { Page } from '@/components/Page'
import { Tap } from '@/components/Tap'
import { SignInCard } from '@/features/identity/components/SignInCard'
import { chooseOwnVillage } from '@/features/region/choose'
import { useLook } from '@/services/look'
import { useSession } from '@/services/session'
import { ElderHome } from './ElderHome'
import { PlainHome } from './PlainHome'

function Village() {
  const me = useSession((session) => session.me)
  if (!me) return <Text className="nav-place">乡里</Text>
  // Whoever has a post stands at the place of the post.
  const place = me.village?.name ?? me.appointments[0]?.regionName
  return (
    <Tap id="own-village" className={`nav-place${me.village ? '' : place ? ' post' : ' unset'}`} label={place ? `${place}，点一下换村` : '选我的村'} onTap={chooseOwnVillage}>
      <Text className="one">{place ?? '选我的村'}</Text><Icon name="down" size="xs" />
    </Tap>
  )
}

export default function Home() {
  const elder = useLook((look) => look.elder)
  const phase = useSession((session) => session.phase)
  const isIn = useSession((session) => session.me !== undefined)
  return (
    <Page tab="home" lead={<Village />} trail={<ModeSwitch />}>
      {!isIn && phase === 'out' && <SignInCard />}
      {elder ? <ElderHome /> : <PlainHome />}
    </Page>
  )
}
