import { useState } from 'react'
import { Button } from '@/components/Button'
import { EmptyState } from '@/components/EmptyState'
import { MoreRow } from '@/components/MoreRow'
import { Page } from '@/components/Page'
import { PagedList } from '@/components/PagedList'
import { SegmentedFilter } from '@/components/SegmentedFilter'
import { usePages } from '@/hooks/use-pages'
import { isCaseEvent } from '../../events'
import { CaseItem } from '../../components/CaseItem'
import { JoinedItem } from '../../components/JoinedItem'
import { QueuedItems } from '../../components/QueuedItems'
import { open } from '../../open'

const SHOWN = [
  { value: 'all', words: '全部' },
  { value: 'waitingForMe', words: '等我' },
  { value: 'open', words: '在办' },
  { value: 'closed', words: '办完' },
  { value: 'joined', words: '跟着看' },
] as const
type Show = (typeof SHOWN)[number]['value']

const EMPTY: Record<Exclude<Show, 'joined'>, { words: string; note: string }> = {
  all: { words: '还没有反映过事情', note: '反映的事、谁在办、到什么时候，都会在这儿' },
  waitingForMe: { words: '没有等您的事', note: '办好了请您评价、请您补充的，会在这儿' },
  open: { words: '没有正在办的事', note: '交上去还没办完的，会在这儿' },
  closed: { words: '还没有办完的事', note: '办完的、撤回的，会在这儿' },
}

export default function Mine() {
  const [show, setShow] = useState<Show>('all')
  const report = () => open('submit')
  return (
    <Page title="我的反映" dock={<Button isWide icon="report" words="我要反映" onTap={report} />}>
      <SegmentedFilter choices={SHOWN} value={show} onChange={setShow} />
      {show !== 'closed' && show !== 'joined' && <QueuedItems />}
      {show === 'joined' ? <JoinedCases /> : <OwnCases show={show} />}
    </Page>
  )
}

function OwnCases({ show }: { show: Exclude<Show, 'joined'> }) {
  const list = usePages('casework.listMine', { show }, { on: isCaseEvent })
  return (
    <>
      <PagedList list={list} empty={<EmptyState icon="report" {...EMPTY[show]} />}>
        {list.items.map((summary) => <CaseItem key={summary.id} as="requester" summary={summary} onTap={() => open('case', { id: summary.id })} />)}
      </PagedList>
      <MoreRow list={list} />
    </>
  )
}

/** What others reported and one met as well, apart from one's own. */
function JoinedCases() {
  const list = usePages('casework.listJoined', {}, { on: isCaseEvent })
  return (
    <>
      <PagedList list={list} empty={<EmptyState icon="eye" words="没有跟着看的事" note="别人反映过、您也遇到的，会在这儿" />}>
        {list.items.map((joined) => <JoinedItem key={joined.id} joined={joined} onTap={() => open('joined', { id: joined.id })} />)}
      </PagedList>
      <MoreRow list={list} />
    </>
  )
}
