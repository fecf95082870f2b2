import type { CaseSummary } from '@xiangli/shared/casework/views'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { DataTable } from '../../../components/DataTable'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { Icon } from '../../../components/Icon'
import { KeyHints } from '../../../components/KeyHints'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { useChanged, useRowKeys } from '../../../components/use-rows'
import { useKeys } from '../../../services/keys'
import { leaveTrail } from '../../../services/trail'
import { useQuery } from '../../../services/use-query'
import { caseColumns } from '../components/case-columns'
import { AssignDialog } from './AssignDialog'
import type { Part } from './BoardTable'

const EACH = 40
const columns = caseColumns.filter((column) => ['due', 'title', 'village', 'state', 'handler'].includes(column.key))
const hints = [{ keys: ['J', 'K'], does: '选行' }, { keys: ['A'], does: '派办' }, { keys: ['Enter'], does: '打开' }, { keys: ['/'], does: '找编号' }]
const idOf = (row: CaseSummary) => row.id

/** Not taken on first, then what runs; in each the one that is due first, hence what is red. */
function useQueue(part: Part | null, regionId: string | undefined) {
  const at = part?.regionId ?? regionId
  const place = { ...(at ? { regionId: at } : {}), ...(part?.unitId ? { unitId: part.unitId } : {}), sort: 'due' as const, limit: EACH }
  const pending = useQuery('casework.listCases', { ...place, states: ['pending'] }, { isKept: true })
  const working = useQuery('casework.listCases', { ...place, states: ['accepted', 'handling'] }, { isKept: true })
  return {
    rows: [...(pending.data?.items ?? []), ...(working.data?.items ?? [])],
    isPending: pending.isPending || working.isPending,
    hasMore: Boolean(pending.data?.next ?? working.data?.next),
    error: pending.error ?? working.error,
    retry: () => void Promise.all([pending.refetch(), working.refetch()]),
    key: JSON.stringify(place),
  }
}

type Props = { part: Part | null; regionId: string | undefined; onAll: () => void }

export function DispatchQueue({ part, regionId, onAll }: Props) {
  const navigate = useNavigate()
  const { rows, isPending, hasMore, error, retry, key } = useQueue(part, regionId)
  const [assigning, assign] = useState<string | null>(null)
  const open = (row: CaseSummary) => {
    leaveTrail({ from: '/dispatch', ids: rows.map(idOf) })
    void navigate(`/cases/${row.id}`)
  }
  const { current } = useRowKeys({ rows, idOf, onOpen: open })
  const changed = useChanged(rows, key)
  useKeys({ a: () => { if (current) assign(current) } })
  return (
    <section className="card col queue" aria-label="等着派的">
      <header className="card-head">
        <h2>{part ? part.name : '没受理的在前'}</h2>
        {part && <button type="button" className="link small" onClick={onAll}><Icon name="close" />看全部</button>}
        <span className="end"><KeyHints hints={hints} /></span>
      </header>
      <div className="table-scroll">
        {isPending && <RowsSkeleton rows={12} />}
        {error && rows.length === 0 && <ErrorPanel failure={error} retry={retry} />}
        {!isPending && !error && rows.length === 0 && <EmptyPanel icon="check" title="这里没有在办的事" hint="新反映的事会自动出现在最上面。" />}
        {rows.length > 0 && <DataTable label="等着派的" columns={columns} rows={rows} idOf={idOf} current={current} changed={changed} onOpen={open} />}
      </div>
      {rows.length > 0 && <footer className="table-foot">{hasMore ? `最急的 ${rows.length} 件，后面还有` : `${rows.length} 件都在这里`}</footer>}
      {assigning && <AssignDialog key={assigning} caseId={assigning} onClose={() => assign(null)} />}
    </section>
  )
}
