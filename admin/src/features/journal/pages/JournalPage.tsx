import type { InputOf } from '@xiangli/shared/catalog/contracts'
import type { JournalRow } from '@xiangli/shared/journal/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { DataTable, type Column } from '../../../components/DataTable'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { Icon } from '../../../components/Icon'
import { KeyHints } from '../../../components/KeyHints'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { SheetButton } from '../../../components/SheetButton'
import { exactTime } from '../../../components/time-words'
import { useRowKeys } from '../../../components/use-rows'
import { usePages } from '../../../services/use-query'
import { useTitle } from '../../../services/title'
import { EntryPanel } from '../components/EntryPanel'
import { JournalFilters } from '../components/JournalFilters'
import { TargetsCell } from '../components/TargetsCell'
import { isReveal, labelOf } from '../operation-labels'
import { periodOf } from '../period'
import './journal.css'

const PAGE = 30

const columns: Column<JournalRow>[] = [
  { key: 'at', title: '时间', width: 150, isFaint: true, render: (row) => exactTime(row.at) },
  { key: 'who', title: '谁', width: 90, render: (row) => row.actor.name },
  {
    key: 'title', title: '做了什么', width: 150, isOpener: true,
    render: (row) => (
      <>
        {labelOf(row.operation, row.summary)} {isReveal(row.operation) && <span title="看了个人信息"><Icon name="eye" /></span>}
      </>
    ),
  },
  { key: 'region', title: '地方', width: 150, isFaint: true, render: (row) => row.regionName ?? '' },
  { key: 'target', title: '对什么', isFaint: true, render: (row) => <TargetsCell targets={row.targets} /> },
  { key: 'reason', title: '理由', width: 210, isFaint: true, isDesk: true, render: (row) => row.reason ?? '' },
]

function inputOf(params: URLSearchParams): InputOf<'journal.listEntries'> {
  const pick = (name: string) => params.get(name) || undefined
  const [operation, actorId, targetId] = [pick('operation'), pick('actor'), pick('target')]
  return {
    ...periodOf(params),
    ...(operation ? { operation } : {}),
    ...(actorId ? { actorId } : {}),
    ...(targetId ? { targetId } : {}),
    limit: PAGE,
  }
}

export default function JournalPage() {
  useTitle('操作日志')
  const [params, setParams] = useSearchParams()
  const list = usePages('journal.listEntries', inputOf(params))
  const [opened, setOpened] = useState<JournalRow | null>(null)
  const rows = list.items
  const idOf = (row: JournalRow) => row.id
  const more = () => { if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage() }
  const { current, setCurrent } = useRowKeys({ rows, idOf, onOpen: setOpened, onEnd: more })
  const change = (next: Record<string, string>) => {
    const changed = new URLSearchParams(params)
    Object.entries(next).forEach(([name, value]) => (value ? changed.set(name, value) : changed.delete(name)))
    setParams(changed, { replace: true })
  }
  const open = (row: JournalRow) => {
    setOpened(row)
    setCurrent(row.id)
  }
  return (
    <div className="page journal">
      <div className="page-head">
        <h1>操作日志</h1>
        <span className="small second">只增不改；这里看得到您任职的地方里发生的操作</span>
        <span className="end"><SheetButton list="journal.listEntries" input={inputOf(params)} isOff={rows.length === 0} isLarge /></span>
      </div>
      <JournalFilters params={params} onChange={change} rows={rows} />
      <div className={opened ? 'journal-two' : 'journal-two one'}>
        <section className="card col journal-rows" aria-busy={list.isFetching}>
          <div className="table-scroll">
            {list.isPending && <RowsSkeleton rows={12} />}
            {list.error && rows.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
            {list.isSuccess && rows.length === 0 && (
              <EmptyPanel icon="journal" title="这段时间没有符合条件的操作" hint="可以放宽时间，或去掉人和操作的条件。" />
            )}
            {rows.length > 0 && <DataTable label="操作日志" columns={columns} rows={rows} idOf={idOf} current={opened?.id ?? current} onOpen={open} />}
          </div>
          <footer className="table-foot">
            <KeyHints hints={[{ keys: ['↑', '↓'], does: '选行' }, { keys: ['Enter'], does: '看详情' }]} />
            <span className="end">{list.isSuccess && `列出 ${rows.length} 条${list.hasNextPage ? '，还有更早的' : ''}`}</span>
            {list.hasNextPage && <Button size="small" loading={list.isFetchingNextPage} onClick={more}>更早的</Button>}
          </footer>
        </section>
        {opened && <EntryPanel row={opened} onClose={() => setOpened(null)} onFilter={change} />}
      </div>
    </div>
  )
}
