import type { CaseSummary } from '@xiangli/shared/casework/views'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { DataTable } from '../../../components/DataTable'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { KeyHints } from '../../../components/KeyHints'
import { lateToAcceptWords } from '../../../components/late-to-accept'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { useChanged, useRowKeys } from '../../../components/use-rows'
import { useNow } from '../../../services/clock'
import { leaveTrail } from '../../../services/trail'
import { useQuery } from '../../../services/use-query'
import { useMe } from '../../../services/me'
import { useTitle } from '../../../services/title'
import { TonightLine } from '../../duty/components/TonightLine'
import { usePlace, useRegionFilter } from '../../region/hooks/use-place'
import { casesPath } from '../case-filter'
import { caseColumns, nextStepColumn } from '../components/case-columns'
import { RingBoard } from '../calls/RingBoard'
import { CalledLine } from '../components/CalledLine'
import { CountBoard } from '../components/CountBoard'
import { JustIn } from '../components/JustIn'
import { useCalled } from '../hooks/use-called'
import './casework.css'

const QUEUE = 15
const columns = [...caseColumns.filter((column) => ['due', 'title', 'village', 'state', 'handler'].includes(column.key)), nextStepColumn]

const queues = {
  mine: { label: '要我动手', filter: { mine: true, show: 'working' } },
  pending: { label: '等人受理', filter: { mine: false, show: 'pending' } },
  all: { label: '全部在办', filter: { mine: false, show: 'working' } },
} as const
type QueueName = keyof typeof queues

const working = ['pending', 'accepted', 'handling'] as const

export default function WorkbenchPage() {
  useTitle('我的工作台')
  const { place } = usePlace()
  const me = useMe()
  return (
    <div className="page bench">
      <div className="page-head">
        <h1>我的工作台</h1>
        <span className="second small">{place?.name ?? me.appointments.map((post) => post.regionName).filter((name, n, all) => all.indexOf(name) === n).join('、')}</span>
      </div>
      <RingBoard />
      <CalledLine />
      <TonightLine />
      <CountBoard />
      <div className="bench-two">
        <Queue />
        <JustIn />
      </div>
    </div>
  )
}

function Queue() {
  const navigate = useNavigate()
  const region = useRegionFilter()
  const [name, setName] = useState<QueueName>('mine')
  const { filter } = queues[name]
  const input = { ...region, mine: filter.mine, states: filter.show === 'pending' ? ['pending' as const] : [...working], sort: 'due' as const, limit: QUEUE }
  const { data, error, refetch, isPending } = useQuery('casework.listCases', input, { isKept: true })
  const rows = data?.items ?? []
  const now = useNow()
  const idOf = (row: CaseSummary) => row.id
  const open = (row: CaseSummary) => {
    leaveTrail({ from: '/', ids: rows.map(idOf) })
    void navigate(`/cases/${row.id}`)
  }
  const { current } = useRowKeys({ rows, idOf, onOpen: open })
  const changed = useChanged(rows, name)
  const more = casesPath({ show: name === 'pending' ? 'pending' : 'open', mine: filter.mine })

  return (
    <section className="card col queue" aria-label="我的队列">
      <header className="card-head">
        <h2>我的队列</h2>
        <Segmented
          size="small" value={name} onChange={setName}
          options={Object.entries(queues).map(([value, { label }]) => ({ value: value as QueueName, label }))}
        />
        <span className="end"><KeyHints hints={[{ keys: ['↑', '↓'], does: '选行' }, { keys: ['Enter'], does: '打开' }]} /></span>
      </header>
      <div className="table-scroll">
        {isPending && <RowsSkeleton rows={10} />}
        {error && !data && <ErrorPanel failure={error} retry={() => void refetch()} />}
        {data && rows.length === 0 && <QueueEmpty name={name} onPending={() => setName('pending')} />}
        {rows.length > 0 && (
          <DataTable label={queues[name].label} columns={columns} rows={rows} idOf={idOf} current={current} changed={changed} onOpen={open} />
        )}
      </div>
      {rows.length > 0 && (
        <footer className="table-foot">
          {data?.next ? `最急的 ${rows.length} 件，后面还有` : `${rows.length} 件都在这里`}{lateToAcceptWords(rows, now)}
          <Link className="end" to={more}>在办件里打开</Link>
        </footer>
      )}
    </section>
  )
}

function QueueEmpty({ name, onPending }: { name: QueueName; onPending: () => void }) {
  const me = useMe()
  const called = useCalled().count > 0
  if (name === 'mine') {
    return (
      <EmptyPanel icon="check" title={called ? '没有派给您办的事' : '手上没有要办的事'} hint={called ? '别的单位请我们一起办的事，在上面那一行里打开。' : '派给您的事会自动出现在这里，最急的在最上面。'}>
        {me.operations.includes('casework.route') && <Button onClick={onPending}>看等人受理的</Button>}
      </EmptyPanel>
    )
  }
  if (name === 'pending') return <EmptyPanel icon="check" title="没有等着受理的事" hint="群众新反映的事会先到这里。" />
  return <EmptyPanel icon="check" title="没有在办的事" hint="群众在小程序里反映的事，会按地点出现在这里。" />
}
