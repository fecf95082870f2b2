import { AWAITED, type Awaited } from '@xiangli/shared/casework/supervision'
import type { SupervisionRow } from '@xiangli/shared/casework/views'
import { Button, Checkbox, Segmented } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { DataTable } from '../../../components/DataTable'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { KeyHints } from '../../../components/KeyHints'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { SheetButton } from '../../../components/SheetButton'
import { useChanged, useRowKeys } from '../../../components/use-rows'
import { useKeys } from '../../../services/keys'
import { useTitle } from '../../../services/title'
import { usePages } from '../../../services/use-query'
import { useRegionFilter } from '../../region/hooks/use-place'
import { PlaceFilter } from '../components/FilterBar'
import { SignBar } from '../supervise/SignBar'
import { supervisionColumns } from '../supervise/supervision-columns'
import { useOwed } from '../supervise/OwedCount'
import { SupervisionDrawer } from '../supervise/SupervisionDrawer'
import { awaitedShort } from '../supervise/supervision-words'
import './case-list.css'
import './supervision.css'

const PAGE = 30
const hints = [{ keys: ['↑', '↓'], does: '选行' }, { keys: ['Enter'], does: '打开' }, { keys: ['X'], does: '勾选签认' }]
const shows = [{ value: '', label: '全部' }, ...AWAITED.map((value) => ({ value: value as string, label: awaitedShort[value] })), { value: 'ended', label: '已结束' }]

const idOf = (row: SupervisionRow) => row.id
const maySign = (row: SupervisionRow) => !row.ended && row.can.includes('signResult')

/** What the address line says: the list can be sent to a colleague. */
function useBoardFilter() {
  const [params, setParams] = useSearchParams()
  const region = useRegionFilter()
  const show = params.get('show') ?? ''
  const at = params.get('at') ?? ''
  const awaits = AWAITED.find((each) => each === show)
  const change = (next: Record<string, string>) => {
    const wanted = { ...Object.fromEntries(params), ...next }
    setParams(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value)), { replace: true })
  }
  const isMine = params.get('mine') === '1'
  const regionId = at || region.regionId
  const input = {
    mine: isMine, show: show === 'ended' ? 'ended' as const : 'open' as const, limit: PAGE,
    ...(regionId ? { regionId } : {}), ...(awaits ? { awaits: awaits as Awaited } : {}),
  }
  return { show, isMine, at, atName: params.get('atName') ?? '', input, change }
}

export default function SupervisionPage() {
  useTitle('督办')
  const filter = useBoardFilter()
  const { change } = filter
  const owed = useOwed()?.words
  return (
    <div className="page case-list">
      <div className="page-head"><h1>督办</h1><span className="small second">超了期限升上来的、挂了牌的，谁欠着什么、欠到什么时候</span></div>
      <div className="filters" role="group" aria-label="筛选">
        <Segmented value={filter.show} options={shows} onChange={(show) => change({ show })} aria-label="在等什么" />
        <PlaceFilter filter={filter.at ? { at: filter.at, atName: filter.atName } : {}} onChange={change} />
        <button type="button" className={filter.isMine ? 'filter-toggle on' : 'filter-toggle'} aria-pressed={filter.isMine} onClick={() => change({ mine: filter.isMine ? '' : '1' })}>只看本单位欠的{owed && ` ${owed} 件`}</button>
      </div>
      <Board filter={filter} />
    </div>
  )
}

/** Ticked rows; those that left the list or can no longer be signed are not. */
function useTicks(rows: SupervisionRow[]) {
  const [ids, setIds] = useState<readonly string[]>([])
  const signable = rows.filter(maySign)
  const picked = signable.filter((row) => ids.includes(row.id))
  return {
    picked, signable,
    has: (id: string) => ids.includes(id),
    toggle: (id: string) => setIds(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]),
    all: () => setIds(picked.length === signable.length ? [] : signable.map(idOf)),
    clear: () => setIds([]),
  }
}

function Board({ filter }: { filter: ReturnType<typeof useBoardFilter> }) {
  const list = usePages('casework.listSupervisions', filter.input)
  const rows = list.items
  const [openId, open] = useState<string | null>(null)
  const [opened, remember] = useState<SupervisionRow | null>(null)
  const ticks = useTicks(rows)
  const more = () => { if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage() }
  const show = (row: SupervisionRow) => { open(row.id); remember(row) }
  const { current } = useRowKeys({ rows, idOf, onOpen: show, onEnd: more })
  const changed = useChanged(rows, JSON.stringify(filter.input))
  useKeys({ x: () => { const row = rows.find(({ id }) => id === current); if (row && maySign(row)) ticks.toggle(row.id) } })
  // Signed or fed back, it may have left this list: the drawer keeps what it was opened with.
  const shown = openId === null ? null : (rows.find(({ id }) => id === openId) ?? opened)
  const tick = {
    key: 'pick', title: '选', width: 44, isDesk: true,
    render: (row: SupervisionRow) => maySign(row) && (
      <span role="presentation" onClick={(event) => event.stopPropagation()}>
        <Checkbox checked={ticks.has(row.id)} aria-label={`选中 ${row.serial}`} onChange={() => ticks.toggle(row.id)} />
      </span>
    ),
  }
  return (
    <section className="card col rows" aria-label="督办清单" aria-busy={list.isFetching}>
      <header className="rows-head">
        <span className="small second" role="status">{list.isSuccess ? (list.hasNextPage ? `已列出 ${rows.length} 件，还有更多` : `共 ${rows.length} 件`) : list.isPending && '正在载入'}</span>
        {ticks.signable.length > 0 && <Button size="small" onClick={ticks.all}>{ticks.picked.length === ticks.signable.length ? '全不选' : `全选能签认的 ${ticks.signable.length} 件`}</Button>}
        <SignBar picked={ticks.picked} onDone={ticks.clear} />
        <span className="end row"><SheetButton list="casework.listSupervisions" input={filter.input} isOff={rows.length === 0} /></span>
      </header>
      <div className="table-scroll">
        {list.isPending && <RowsSkeleton rows={10} />}
        {list.error && rows.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && <BoardEmpty filter={filter} />}
        {rows.length > 0 && (
          <div className="rows-table supervision-table">
            <DataTable label="督办" columns={ticks.signable.length > 0 ? [tick, ...supervisionColumns] : supervisionColumns} rows={rows} idOf={idOf} current={current} changed={changed} onOpen={show} />
          </div>
        )}
        {list.hasNextPage && <div className="rows-more"><Button loading={list.isFetchingNextPage} onClick={more}>再看 {PAGE} 件</Button></div>}
      </div>
      <footer className="table-foot"><KeyHints hints={hints} /></footer>
      {shown && <SupervisionDrawer key={shown.id} row={shown} onClose={() => open(null)} />}
    </section>
  )
}

function BoardEmpty({ filter: { isMine, change, show } }: { filter: ReturnType<typeof useBoardFilter> }) {
  if (show === 'ended') return <EmptyPanel icon="check" title="没有已结束的督办" />
  if (!isMine) return <EmptyPanel icon="check" title="没有在督办的事" hint="超了期限的事会自动升到上一级，出现在这里；也可以在办件里挂牌督办。" />
  return <EmptyPanel icon="check" title="本单位没有欠着的督办" hint="轮到本单位反馈、办结或签认时，会自动出现在这里。"><Button onClick={() => change({ mine: '' })}>看辖区里所有的</Button></EmptyPanel>
}
