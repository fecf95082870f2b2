import type { CaseSummary } from '@xiangli/shared/casework/views'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { DataTable } from '../../../components/DataTable'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { KeyHints } from '../../../components/KeyHints'
import { lateToAcceptWords } from '../../../components/late-to-accept'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { SheetButton } from '../../../components/SheetButton'
import { useChanged, useRowKeys } from '../../../components/use-rows'
import { useNow } from '../../../services/clock'
import { leaveTrail } from '../../../services/trail'
import { usePages } from '../../../services/use-query'
import { useTitle } from '../../../services/title'
import { useRegionFilter } from '../../region/hooks/use-place'
import { filterQuery, listInput, readFilter, type ListFilter, type Sort } from '../case-filter'
import { ColumnPicker } from '../components/ColumnPicker'
import { MergeBar } from '../components/similar/MergeBar'
import { FilterBar } from '../components/FilterBar'
import { ViewTabs } from '../components/ViewTabs'
import { useColumns } from '../hooks/use-columns'
import { usePicking } from '../hooks/use-picking'
import './case-list.css'
import './casework.css'

const PAGE = 30
const hints = [{ keys: ['↑', '↓'], does: '选行' }, { keys: ['Enter'], does: '打开' }, { keys: ['/'], does: '找编号' }]

export default function CaseListPage() {
  useTitle('办件')
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const filter = useMemo(() => readFilter(params), [params])
  const change = (next: Partial<ListFilter>) => void navigate(filterQuery({ ...filter, ...next }) || '?', { replace: true })
  return (
    <div className="page case-list">
      <div className="page-head"><h1>办件</h1></div>
      <ViewTabs filter={filter} />
      <FilterBar filter={filter} onChange={change} />
      <CaseRows filter={filter} onSort={(sort) => change({ sort })} />
    </div>
  )
}

function CaseRows({ filter, onSort }: { filter: ListFilter; onSort: (sort: Sort) => void }) {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const input = { ...listInput(filter, useRegionFilter()), limit: PAGE }
  const list = usePages('casework.listCases', input)
  const columns = useColumns()
  const now = useNow()
  const rows = list.items
  const idOf = (row: CaseSummary) => row.id
  const more = () => { if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage() }
  const open = (row: CaseSummary) => {
    leaveTrail({ from: pathname + search, ids: rows.map(idOf) })
    void navigate(`/cases/${row.id}`)
  }
  const picking = usePicking(rows)
  const { current } = useRowKeys({ rows, idOf, onOpen: open, onEnd: more })
  const changed = useChanged(rows, JSON.stringify(input))

  return (
    <section className="card col rows" aria-label="办件清单" aria-busy={list.isFetching}>
      <header className="rows-head">
        <span className="small second" role="status">{list.isSuccess ? countWords(rows.length, list.hasNextPage) + lateToAcceptWords(rows, now) : list.isPending && '正在载入'}</span>
        <MergeBar picked={picking.picked} onDone={picking.clear} />
        <span className="end row">
          <SheetButton list="casework.listCases" input={input} isOff={rows.length === 0} />
          <ColumnPicker columns={columns} />
        </span>
      </header>
      <div className="table-scroll">
        {list.isPending && <RowsSkeleton rows={12} />}
        {list.error && rows.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && <ListEmpty filter={filter} />}
        {rows.length > 0 && (
          <div style={{ minWidth: columns.minWidth }} className="rows-table">
            <DataTable
              label="办件" columns={[...picking.columns, ...columns.shown]} rows={rows} idOf={idOf} current={current} changed={changed}
              sort={filter.sort} onSort={(sort) => onSort(sort as Sort)} onOpen={open}
            />
          </div>
        )}
        {list.hasNextPage && (
          <div className="rows-more"><Button loading={list.isFetchingNextPage} onClick={more}>再看 {PAGE} 件</Button></div>
        )}
      </div>
      <footer className="table-foot"><KeyHints hints={hints} /></footer>
    </section>
  )
}

const countWords = (count: number, hasMore: boolean) => (hasMore ? `已列出 ${count} 件，还有更多` : `共 ${count} 件`)

/** Lists of their own, each empty for a reason worth saying. */
const emptyQueues: Record<string, { title: string; hint: string }> = {
  arbitration: { title: '没有等我们裁定的', hint: '下面的单位退了两次、说不清归谁办的事，会交到这里。' },
  called: { title: '没有请我们去的', hint: '别的单位吹哨请我们一起办的事会列在这里，报完结果就不再列。' },
  lateArrivals: { title: '没有请了没来的', hint: '请的单位到时没有报到，会列在这里。' },
}

function ListEmpty({ filter }: { filter: ListFilter }) {
  const queue = emptyQueues[filter.queue ?? '']
  if (queue) return <EmptyPanel icon="check" {...queue} />
  if (filter.serial) {
    return <EmptyPanel icon="search" title={`没有编号是 ${filter.serial} 的办件`} hint="编号要写全；也可能这件事不在您管的地方。" />
  }
  return <EmptyPanel title="没有符合条件的办件" hint="可以放宽上面的条件，或在左上角换一个地方再看。" />
}
