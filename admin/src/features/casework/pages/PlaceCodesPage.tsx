import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import type { PlaceCodeView } from '@xiangli/shared/casework/contract/place-codes'
import { showCode } from '@xiangli/shared/casework/place-codes'
import { Button, Checkbox, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { DataTable, type Column } from '../../../components/DataTable'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { shortTime } from '../../../components/time-words'
import { useMe } from '../../../services/me'
import { useTitle } from '../../../services/title'
import { usePages } from '../../../services/use-query'
import { useRegionFilter } from '../../region/hooks/use-place'
import { casesPath } from '../case-filter'
import { CodeSheet } from '../codes/CodeSheet'
import { ManyCodes } from '../codes/ManyCodes'
import { NewCode } from '../codes/NewCode'
import { RetireCode } from '../codes/RetireCode'
import '../../../components/table.css'
import '../codes/codes.css'
import './case-list.css'

type Row = OutputOf<'casework.listPlaceCodes'>['items'][number]
type Doing = 'one' | 'many' | null
const shows = [{ value: 'used', label: '在用' }, { value: 'retired', label: '停用的' }]
const countWords = ({ count, more }: Row['reports']) => `${count}${more ? '+' : ''} 件`

/** 地点码: what is stuck to a lamp post or a well, to be scanned there. */
export default function PlaceCodesPage() {
  useTitle('地点码')
  const me = useMe()
  const [show, setShow] = useState('used')
  const [doing, setDoing] = useState<Doing>(null)
  const [printing, setPrinting] = useState<PlaceCodeView[] | null>(null)
  if (!me.operations.includes('casework.listPlaceCodes')) return <div className="page"><EmptyPanel isPage icon="lock" title="做地点码不是您的职责" hint="由村书记、乡镇和县的调度员来做。" /></div>
  return (
    <div className="page">
      <div className="page-head">
        <h1>地点码</h1>
        <Segmented options={shows} value={show} onChange={setShow} />
        <span className="small second">贴在路灯、水井、站牌上，扫一扫就知道是哪里</span>
        <span className="end row"><Button onClick={() => setDoing('many')}>一次做多个</Button><Button type="primary" onClick={() => setDoing('one')}>做一个</Button></span>
      </div>
      <Codes key={show} isRetired={show === 'retired'} onPrint={setPrinting} />
      {doing === 'one' && <NewCode onClose={() => setDoing(null)} />}
      {doing === 'many' && <ManyCodes onClose={() => setDoing(null)} onPrint={(codes) => { setDoing(null); setPrinting(codes) }} />}
      {printing && <CodeSheet codes={printing} onClose={() => setPrinting(null)} />}
    </div>
  )
}

function Codes({ isRetired, onPrint }: { isRetired: boolean; onPrint: (codes: PlaceCodeView[]) => void }) {
  const list = usePages('casework.listPlaceCodes', { ...useRegionFilter(), isRetired, limit: 50 })
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [retiring, setRetiring] = useState<Row | null>(null)
  const rows = list.items
  const pick = (id: string) => setPicked((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]))
  const toPrint = picked.size > 0 ? rows.filter(({ id }) => picked.has(id)) : rows
  const columns: Column<Row>[] = [
    ...(isRetired ? [] : [{ key: 'pick', title: '', width: 44, render: (row: Row) => <Checkbox aria-label={`选${row.name}`} checked={picked.has(row.id)} onClick={(event) => event.stopPropagation()} onChange={() => pick(row.id)} /> }]),
    { key: 'title', title: '名称', render: (row) => row.name },
    { key: 'kind', title: '种类', width: 92, render: (row) => row.kindLabel },
    { key: 'code', title: '码', width: 116, render: (row) => <span className="code">{showCode(row.code)}</span> },
    { key: 'place', title: '地方', width: 148, isFaint: true, render: (row) => [row.villageName, row.gridName].filter(Boolean).join(' ') },
    { key: 'category', title: '常见的事', width: 92, isDesk: true, isFaint: true, render: (row) => row.categoryLabel ?? '不限' },
    { key: 'reports', title: '收到', width: 84, render: (row) => (row.reports.count > 0 ? <Link className="count-link" to={casesPath({ code: row.id, codeName: row.name, show: 'all' })}>{countWords(row.reports)}</Link> : <span className="second">没有</span>) },
    { key: 'made', title: isRetired ? '停用' : '做好', width: 158, isDesk: true, isFaint: true, render: (row) => (row.retiredAt ? `${shortTime(row.retiredAt)} ${row.reason ?? ''}` : `${shortTime(row.madeAt)} ${row.madeByName}`) },
    ...(isRetired ? [] : [{ key: 'do', title: '', width: 108, isEnd: true, render: (row: Row) => <span className="row end"><button type="button" className="link" onClick={() => onPrint([row])}>打印</button><button type="button" className="link" onClick={() => setRetiring(row)}>停用</button></span> }]),
  ]
  return (
    <section className="card col rows" aria-label="地点码清单" aria-busy={list.isFetching}>
      {!isRetired && rows.length > 0 && (
        <header className="rows-head"><span className="small second" role="status">{picked.size > 0 ? `选了 ${picked.size} 个` : `已列出 ${rows.length} 个`}</span><span className="end"><Button size="small" onClick={() => onPrint(toPrint)}>打印{picked.size > 0 ? '选的' : '这些'}</Button></span></header>
      )}
      <div className="table-scroll">
        {list.isPending && <RowsSkeleton rows={8} />}
        {list.error && rows.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && <EmptyPanel icon="pin" title={isRetired ? '没有停用的码' : '还没有地点码'} hint={isRetired ? '停用的码留在这里，字母数字不再给别处用。' : '先做一个贴在常有人反映的地方；有表格可以一次做多个。'} />}
        {rows.length > 0 && <DataTable label="地点码" columns={columns} rows={rows} idOf={({ id }) => id} onOpen={(row) => { if (!isRetired) pick(row.id) }} />}
        {list.hasNextPage && <div className="rows-more"><Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>再看 50 个</Button></div>}
      </div>
      {retiring && <RetireCode code={retiring} onClose={() => setRetiring(null)} />}
    </section>
  )
}
