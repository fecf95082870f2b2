import { Input, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import type { Division } from '@xiangli/shared/region/contract'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { Tap } from '@/components/Tap'
import { useQuery } from '@/hooks/use-query'
import { call } from '@/services/call'
import { newId } from '@/services/ids'
import { asCallError } from '@/services/request'
import { setMe } from '@/services/session'
import { tell } from '@/services/tell'
import { tellChosen } from '../../choose'
import './index.scss'

async function bind({ id }: Division) {
  try {
    setMe(await call('identity.bindVillage', { villageId: id }, { key: newId() }))
    return true
  } catch (cause) {
    tell(asCallError(cause).message)
    return false
  }
}

function Row({ division, onTap, hasArrow }: { division: Division; onTap: () => void; hasArrow: boolean }) {
  return (
    <Tap id={`division-${division.id}`} className="cell village" onTap={onTap}>
      <View className="grow">{division.name}</View>{hasArrow && <View className="second"><Icon name="right" size="xs" /></View>}
    </Tap>
  )
}

/** The town, then the village; or a few letters of its name. */
export default function Village() {
  const isOwn = useRouter().params.for === 'me'
  const [town, setTown] = useState<Division>()
  const [sought, setSought] = useState('')
  const county = useQuery('region.listDivisions', {})
  const root = county.data?.items[0]?.level === 'county' ? county.data.items[0].id : undefined
  const nested = useQuery('region.listDivisions', { parentId: root }, { isOff: !root })
  const towns = root ? nested : county
  const villages = useQuery('region.listDivisions', { parentId: town?.id }, { isOff: !town })
  const list = town ? villages : towns
  const shown = useMemo(() => (list.data?.items ?? []).filter(({ name }) => name.includes(sought.trim())), [list.data, sought])

  const choose = async (division: Division) => {
    if (!town) { setTown(division); return setSought('') }
    if (isOwn && !(await bind(division))) return undefined
    if (!isOwn) tellChosen({ id: division.id, name: division.name })
    void Taro.navigateBack()
    return undefined
  }
  return (
    <Page title={isOwn ? '选我的村' : '在哪个村'}>
      <View className="h1">{town ? `${town.name}的哪个村` : '在哪个乡镇'}</View>
      <View className="find"><Icon name="search" size="s" /><Input className="find-field" value={sought} placeholder={town ? '输村的名字找得快' : '输乡镇的名字找得快'} aria-label="按名字找" onInput={(event) => setSought(event.detail.value)} /></View>
      {town && <Tap className="link again" onTap={() => { setTown(undefined); setSought('') }}><Icon name="back" size="xs" />换个乡镇</Tap>}
      {list.isLoading && <Skeleton kind="words" rows={5} />}
      {list.error && <ErrorState error={list.error} onRetry={() => void list.reload()} />}
      {list.data && shown.length === 0 && <EmptyState icon="search" words="没有这个名字" note="少输几个字再试" />}
      {shown.length > 0 && <View className="card list">{shown.map((division) => <Row key={division.id} division={division} hasArrow={!town} onTap={() => void choose(division)} />)}</View>}
    </Page>
  )
}
