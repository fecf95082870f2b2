import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { stateLabels } from '@xiangli/shared/casework/labels'
import type { PublicCaseView } from '@xiangli/shared/casework/public-views'
import { Button } from '@/components/Button'
import { ErrorState } from '@/components/ErrorState'
import { Facts } from '@/components/Facts'
import { MapCard } from '@/components/MapCard'
import { Page } from '@/components/Page'
import { PhotoRow } from '@/components/Photo'
import { SectionHeader } from '@/components/SectionHeader'
import { Serial } from '@/components/Serial'
import { Skeleton } from '@/components/Skeleton'
import { Timeline } from '@/components/Timeline'
import { usePull } from '@/hooks/use-pull'
import { useQuery } from '@/hooks/use-query'
import { call } from '@/services/call'
import { newId } from '@/services/ids'
import { asCallError } from '@/services/request'
import { useSession } from '@/services/session'
import { tell } from '@/services/tell'
import { when } from '@/services/when'
import { asMyself } from '../../open'
import { useGround } from '@/features/region/use-ground'
import { WhySteps } from '../../components/WhySteps'

/** Opens without signing in, so that it can be sent to anybody. */
export default function PublicCase() {
  const caseId = useRouter().params.id ?? ''
  const { data, error, reload } = useQuery('casework.getPublic', { caseId })
  usePull(reload)
  useShareAppMessage(() => ({ title: data?.summary ?? '大家的事', path: `/features/casework/pages/public-case/index?id=${caseId}` }))
  return (
    <Page title="大家的事" dock={data && <Follow caseId={caseId} />}>
      {error && <ErrorState error={error} onRetry={() => void reload()} />}
      {!data && !error && <Skeleton kind="words" />}
      {data && <Shown view={data} />}
    </Page>
  )
}

function Shown({ view }: { view: PublicCaseView }) {
  const why = useQuery('casework.getWhy', { caseId: view.id })
  const ground = useGround(view.villageId)
  const centre = view.point ?? ground.centre
  const facts = [
    { term: '状态', words: stateLabels[view.state] },
    { term: '负责', words: view.unitName },
    { term: '地方', words: [view.townName, view.villageName, view.gridName].filter(Boolean).join(' ') || '没有公开', ...(view.point ? { note: '位置只是大约' } : {}) },
    ...(view.dueAt ? [{ term: '期限', words: `${when(view.dueAt)} 前` }] : []),
  ]
  const happenings = view.timeline.map(({ at, words }, index) => ({ key: index, title: words, note: when(at) })).reverse()
  return (
    <>
      <View className="card"><View className="h1 pad">{view.summary}</View><Facts facts={facts} /></View>
      {view.answer && <View className="card pad"><View className="second">答复</View><View>{view.answer}</View></View>}
      {view.photos.length > 0 && <View className="card pad"><PhotoRow photos={view.photos} /></View>}
      {centre && <MapCard centre={centre} point={view.point} shapes={ground.shapes} />}
      <View className="card"><Timeline happenings={happenings} /></View>
      {why.data && why.data.items.length > 0 && <><SectionHeader words="为什么转到这里？" /><WhySteps steps={why.data.items} /></>}
      <Serial serial={view.serial} />
    </>
  )
}

function Follow({ caseId }: { caseId: string }) {
  const isIn = useSession((session) => session.me !== undefined)
  const { data, replace } = useQuery('casework.getFollow', { caseId }, { isOff: !isIn })
  const [isBusy, setBusy] = useState(false)
  const turn = async () => {
    setBusy(true)
    try {
      replace(await call(data?.isFollowed ? 'casework.unfollow' : 'casework.follow', { caseId }, { key: newId() }))
    } catch (cause) {
      tell(asCallError(cause).message)
    } finally {
      setBusy(false)
    }
  }
  return <Button id="follow" isWide kind={data?.isFollowed ? 'line' : 'primary'} icon="bell" words={data?.isFollowed ? '不再关注' : '关注进展'} isBusy={isBusy} onTap={() => void asMyself(() => void turn())} />
}
