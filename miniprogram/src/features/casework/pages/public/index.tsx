import { Text } from '@tarojs/components'
import { useState } from 'react'
import { stateLabels } from '@xiangli/shared/casework/labels'
import { EmptyState } from '@/components/EmptyState'
import { ListItem } from '@/components/ListItem'
import { MoreRow } from '@/components/MoreRow'
import { Page } from '@/components/Page'
import { PagedList } from '@/components/PagedList'
import { Thumb } from '@/components/Photo'
import { SegmentedFilter } from '@/components/SegmentedFilter'
import { usePages } from '@/hooks/use-pages'
import { useSession } from '@/services/session'
import { shortly } from '@/services/when'
import { open } from '../../open'

const SHOWN = [
  { value: 'village', words: '本村' },
  { value: 'open', words: '在办' },
  { value: 'closed', words: '办完' },
] as const
type Show = (typeof SHOWN)[number]['value']

/** What everybody may read: of one's own village first, then of the county. */
export default function Public() {
  const villageId = useSession((session) => session.me?.village?.id)
  const [chosen, setShow] = useState<Show>()
  const show = chosen ?? (villageId ? 'village' : 'open')
  const list = usePages('casework.listPublic', show === 'village' ? { regionId: villageId } : { status: show })
  return (
    <Page title="大家的事">
      <SegmentedFilter choices={villageId ? SHOWN : SHOWN.slice(1)} value={show} onChange={setShow} />
      <PagedList list={list} empty={<EmptyState icon="message" words="还没有公开的事" note="受理以后，由工作人员改写再公开，会在这儿" />}>
        {list.items.map((each) => (
          <ListItem
            key={each.id} id={`public-${each.id}`} title={each.summary}
            note={<>{stateLabels[each.state]}<Text className="sep" />{each.unitName}</>}
            lead={<Thumb url={each.thumbUrl} label={each.summary} />}
            foot={<Text>{[each.villageName, shortly(each.updatedAt)].filter(Boolean).join(' ')}</Text>}
            onTap={() => open('public-case', { id: each.id })}
          />
        ))}
      </PagedList>
      <MoreRow list={list} />
    </Page>
  )
}
