import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { Icon } from '../../../components/Icon'
import { SheetButton } from '../../../components/SheetButton'
import { useMe } from '../../../services/me'
import { useTitle } from '../../../services/title'
import { useQuery } from '../../../services/use-query'
import { ImportDialog } from '../components/ImportDialog'
import { OrderList } from '../components/OrderList'
import { Reports } from '../components/Reports'
import '../../casework/pages/case-list.css'
import './hotline.css'

const views = [{ value: 'all', label: '全部工单' }, { value: 'attention', label: '要处理的' }]

export default function HotlinePage() {
  useTitle('12345 热线')
  const me = useMe()
  const [params, setParams] = useSearchParams()
  const [isImporting, setImporting] = useState(false)
  const { data } = useQuery('hotline.listSources', {})
  const options = me.operations.includes('hotline.listReports') ? [...views, { value: 'reports', label: '对账' }] : views
  const show = options.find(({ value }) => value === params.get('show'))?.value ?? 'all'
  const number = params.get('number') ?? ''
  return (
    <div className="page case-list">
      <div className="page-head">
        <h1>12345 热线</h1>
        {data && <span className="small second">{data.isConnected ? '已接通平台，每两分钟取一次' : '还没有接通平台，可以导入文件'}</span>}
        <span className="row end hotline-tools">
          <Segmented options={options} value={show} onChange={(value) => setParams(value === 'all' ? {} : { show: value })} />
          {show === 'all' && (
            <Input.Search
              key={number} allowClear defaultValue={number} placeholder="按工单编号找" aria-label="按工单编号找"
              onSearch={(words) => setParams(words.trim() ? { number: words.trim() } : {})}
            />
          )}
          {show === 'reports' ? <SheetButton list="hotline.listReports" input={{}} isLarge /> : <SheetButton list="hotline.listOrders" input={{ show: show === 'attention' ? 'attention' : 'all' }} isLarge />}
          {me.operations.includes('hotline.importOrders') && <Button type="primary" icon={<Icon name="plus" />} disabled={!data} onClick={() => setImporting(true)}>导入文件</Button>}
        </span>
      </div>
      {show === 'reports' ? <Reports isConnected={data?.isConnected ?? false} /> : <OrderList show={show === 'attention' ? 'attention' : 'all'} externalNumber={show === 'all' && number.length > 1 ? number : undefined} />}
      {isImporting && data && <ImportDialog sources={data.items} onClose={() => setImporting(false)} />}
    </div>
  )
}
