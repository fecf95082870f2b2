import { View } from '@tarojs/components'
import { CountBar } from '@/components/CountBar'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { Icon, type IconName } from '@/components/Icon'
import { ListItem } from '@/components/ListItem'
import { Page } from '@/components/Page'
import { SectionHeader } from '@/components/SectionHeader'
import { Skeleton } from '@/components/Skeleton'
import { countsOf } from '@/features/casework/counts'
import { isCaseEvent } from '@/features/casework/events'
import { CaseItem } from '@/features/casework/components/CaseItem'
import { QueuedItems } from '@/features/casework/components/QueuedItems'
import { asMyself, open } from '@/features/casework/open'
import { SignInCard } from '@/features/identity/components/SignInCard'
import { usePull } from '@/hooks/use-pull'
import { useQuery } from '@/hooks/use-query'
import { useSession } from '@/services/session'

const Lead = ({ icon }: { icon: IconName }) => <View className="round"><Icon name={icon} /></View>

/** For a grid member or a cadre: the desk, by colour. */
function Desk() {
  const { data, error, reload } = useQuery('casework.countByColour', { mine: true }, { on: isCaseEvent })
  return (
    <>
      <SectionHeader words="我的办件" more={{ words: '全部', onTap: () => open('queue') }} />
      {error && <ErrorState error={error} onRetry={() => void reload()} />}
      {data && <CountBar counts={countsOf(data.colours)} onChoose={(colour) => open('queue', { colour })} />}
      {!data && !error && <Skeleton kind="words" rows={1} />}
    </>
  )
}

function Requests({ isQuiet }: { isQuiet: boolean }) {
  const { data, error, isLoading, reload } = useQuery('casework.listMine', { show: 'open', limit: 3 }, { on: isCaseEvent })
  usePull(reload)
  const items = data?.items ?? []
  if (isQuiet && items.length === 0) return null
  return (
    <>
      <SectionHeader words="我反映的，正在办" more={items.length > 0 ? { words: '全部', onTap: () => open('mine') } : undefined} />
      {isLoading && <Skeleton rows={2} />}
      {error && <ErrorState error={error} onRetry={() => void reload()} />}
      {data && items.length === 0 && <EmptyState icon="report" words="没有正在办的事" note="交上去还没办完的，会在这儿" />}
      {items.length > 0 && <View className="card list">{items.map((summary) => <CaseItem key={summary.id} as="requester" summary={summary} onTap={() => open('case', { id: summary.id })} />)}</View>}
    </>
  )
}

export default function Services() {
  const isIn = useSession((session) => session.me !== undefined)
  const phase = useSession((session) => session.phase)
  const isHandler = useSession((session) => session.me?.operations.includes('casework.accept') ?? false)
  return (
    <Page tab="services" title="办事">
      {!isIn && phase === 'out' && <SignInCard />}
      {isHandler && <Desk />}
      <View className="card list">
        <ListItem id="entry-report" lead={<Lead icon="report" />} title="我要反映" note="路、水、电、垃圾，什么事都行" hasArrow onTap={() => void asMyself(() => open('submit'))} />
        <ListItem id="entry-mine" lead={<Lead icon="tasks" />} title="我的反映" note="谁在办、到什么时候、办好没有" hasArrow onTap={() => void asMyself(() => open('mine'))} />
        <ListItem id="entry-around" lead={<Lead icon="message" />} title="身边事" note="公开了的，看列表或地图" hasArrow onTap={() => open('public')} />
        <ListItem id="entry-scan" lead={<Lead icon="pin" />} title="牌子上的码" note="路灯、水井上的码，扫了就能反映" hasArrow onTap={() => open('scan')} />
        <ListItem id="entry-code" lead={<Lead icon="lock" />} title="查询码查进度" note="不用登录" hasArrow onTap={() => open('code')} />
      </View>
      {isIn && <QueuedItems />}
      {isIn && <Requests isQuiet={isHandler} />}
    </Page>
  )
}
