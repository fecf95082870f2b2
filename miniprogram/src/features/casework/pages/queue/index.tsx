import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { CaseState } from '@xiangli/shared/casework/states'
import type { CaseSummary } from '@xiangli/shared/casework/views'
import { CountBar } from '@/components/CountBar'
import { EmptyState } from '@/components/EmptyState'
import { MoreRow } from '@/components/MoreRow'
import { Page } from '@/components/Page'
import { PagedList } from '@/components/PagedList'
import { SegmentedFilter } from '@/components/SegmentedFilter'
import { usePages } from '@/hooks/use-pages'
import { useQuery } from '@/hooks/use-query'
import { colourNow } from '@/services/due'
import { isCaseEvent } from '../../events'
import { CaseItem } from '../../components/CaseItem'
import { JobCard } from '../../components/JobCard'
import { QueuedItems } from '../../components/QueuedItems'
import { countsOf, limited, type Counted } from '../../counts'
import { open } from '../../open'

const SHOWN = [
  { value: 'working', words: '在办' },
  { value: 'pending', words: '待受理' },
  { value: 'answered', words: '等评价' },
] as const
type Show = (typeof SHOWN)[number]['value']

const STATES: Record<Show, CaseState[]> = { working: ['pending', 'accepted', 'handling'], pending: ['pending'], answered: ['answered'] }
const NOTES: Record<Show, string> = {
  working: '分到您手上的事会在这儿，先到期的在前',
  pending: '新来的事，点“我来办”就算受理',
  answered: '办好了等群众评价的，会在这儿',
}

const isPressing = (summary: CaseSummary) => ['red', 'yellow'].includes(colourNow(summary))

/** What lies on one's own desk, the nearest deadline first. */
export default function Queue() {
  const [show, setShow] = useState<Show>('working')
  const [colour, setColour] = useState(useRouter().params.colour as Counted | undefined)
  const counts = useQuery('casework.countByColour', { mine: true }, { on: isCaseEvent })
  const isByColour = show !== 'answered' && colour !== undefined
  const list = usePages('casework.listCases', { mine: true, states: STATES[show], sort: 'due', ...(isByColour && { colour }) }, { on: isCaseEvent })
  const pressing = list.items.filter(isPressing)
  const calm = list.items.filter((summary) => !isPressing(summary))
  const choices = SHOWN.map((choice) => ({
    ...choice,
    count: choice.value === 'pending' ? limited(counts.data?.pending) : choice.value === 'answered' ? limited(counts.data?.answered) : undefined,
  }))
  return (
    <Page title="我的办件">
      <SegmentedFilter choices={choices} value={show} onChange={setShow} />
      {show !== 'answered' && counts.data && (
        <CountBar counts={countsOf(counts.data.colours)} chosen={colour} onChoose={(key) => setColour(key === colour ? undefined : (key as Counted))} />
      )}
      <QueuedItems />
      {pressing.map((summary) => <JobCard key={summary.id} summary={summary} />)}
      {(calm.length > 0 || pressing.length === 0) && (
        <PagedList list={{ ...list, items: calm }} empty={<EmptyState icon="tasks" words={isByColour ? '这一类没有' : '现在没有要办的'} note={NOTES[show]} />}>
          {calm.map((summary) => <CaseItem key={summary.id} as="handler" summary={summary} onTap={() => open('case', { id: summary.id, as: 'staff' })} />)}
        </PagedList>
      )}
      <MoreRow list={list} />
    </Page>
  )
}
