import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { EmptyState } from '@/components/EmptyState'
import { Icon } from '@/components/Icon'
import { MoreRow } from '@/components/MoreRow'
import { Page } from '@/components/Page'
import { PagedList } from '@/components/PagedList'
import { SegmentedFilter } from '@/components/SegmentedFilter'
import { Tap } from '@/components/Tap'
import { usePages } from '@/hooks/use-pages'
import { useSession } from '@/services/session'
import { AroundMap } from '../../components/AroundMap'
import { PublicItem } from '../../components/PublicItem'

const SHOWN = [
  { value: 'village', words: '本村' },
  { value: 'open', words: '在办' },
  { value: 'closed', words: '办完' },
] as const
type Show = (typeof SHOWN)[number]['value']

/** What everybody may read: of one's own village first, then of the county; as a list or on the map. */
export default function Public() {
  const villageId = useSession((session) => session.me?.village?.id)
  const [chosen, setShow] = useState<Show>()
  const [isMap, setMap] = useState(false)
  const show = chosen ?? (villageId ? 'village' : 'open')
  const turn = (
    <Tap id="turn-map" className="link row-link" label={isMap ? '看列表' : '看地图'} onTap={() => setMap(!isMap)}>
      <Icon name={isMap ? 'tasks' : 'pin'} size="xs" /><Text>{isMap ? '列表' : '地图'}</Text>
    </Tap>
  )
  return (
    <Page title="身边事">
      <SegmentedFilter choices={villageId ? SHOWN : SHOWN.slice(1)} value={show} onChange={setShow} trail={turn} />
      {isMap
        ? <View className="stack"><AroundMap key={show} villageId={show === 'village' ? villageId : undefined} status={show === 'village' ? undefined : show} /></View>
        : <Rows key={show} input={show === 'village' ? { regionId: villageId } : { status: show }} />}
    </Page>
  )
}

function Rows({ input }: { input: { regionId?: string } | { status: 'open' | 'closed' } }) {
  const list = usePages('casework.listPublic', input)
  return (
    <>
      <PagedList list={list} empty={<EmptyState icon="message" words="还没有公开的事" note="受理以后，由工作人员改写再公开，会在这儿" />}>
        {list.items.map((each) => <PublicItem key={each.id} item={each} />)}
      </PagedList>
      <MoreRow list={list} />
    </>
  )
}
