import { calledBackLabels, messageKindLabels, messageStateLabels } from '@xiangli/shared/hotline/states'
import type { OrderRow } from '@xiangli/shared/hotline/views'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable, type Column } from '../../../components/DataTable'
import { DeadlineTag } from '../../../components/DeadlineTag'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { KeyHints } from '../../../components/KeyHints'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { StateTag } from '../../../components/StateTag'
import { Tag } from '../../../components/Tag'
import { shortTime } from '../../../components/time-words'
import { useRowKeys } from '../../../components/use-rows'
import { usePages } from '../../../services/use-query'
import { OrderDrawer } from './OrderDrawer'

const columns: Column<OrderRow>[] = [
  { key: 'number', title: '工单编号', width: 170, isOpener: true, render: ({ externalNumber }) => externalNumber },
  { key: 'title', title: '事项', render: ({ title }) => title },
  { key: 'serial', title: '办件编号', width: 130, isDesk: true, isFaint: true, render: ({ serial }) => serial },
  { key: 'state', title: '状态', width: 92, render: ({ state }) => <StateTag state={state} /> },
  { key: 'colour', title: '时限', width: 124, render: ({ colour, redAt }) => (colour === 'none' ? null : <DeadlineTag colour={colour} dueAt={redAt ?? null} isPlain />) },
  { key: 'due', title: '热线要求', width: 116, isDesk: true, isFaint: true, render: ({ due }) => due && shortTime(due) },
  { key: 'message', title: '最近的回执', width: 210, render: (row) => <LastMessage row={row} /> },
]

function LastMessage({ row: { message, calledBack, differedAt, isOnline } }: { row: OrderRow }) {
  if (calledBack?.trouble) return <span className="hotline-bad">回访{calledBackLabels[calledBack.satisfied]}，要另办</span>
  if (message?.state === 'refused') return <span className="hotline-bad">{messageKindLabels[message.kind]}{messageStateLabels.refused}：{message.reason}</span>
  if (differedAt) return <Tag tone="soon">重发的内容不同</Tag>
  if (calledBack) return <>回访：{calledBackLabels[calledBack.satisfied]}</>
  if (message) return <>{messageKindLabels[message.kind]}，{messageStateLabels[message.state]}</>
  return <span className="second">{isOnline ? '还没有' : '文件导入，不发回执'}</span>
}

type Props = { show: 'all' | 'attention'; externalNumber?: string | undefined }

export function OrderList({ show, externalNumber }: Props) {
  const list = usePages('hotline.listOrders', { show, limit: 30, ...(externalNumber ? { externalNumber } : {}) })
  const [opened, setOpened] = useState<OrderRow | null>(null)
  const rows = list.items
  const idOf = (row: OrderRow) => row.id
  const more = () => { if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage() }
  const { current } = useRowKeys({ rows, idOf, onOpen: setOpened, onEnd: more })
  return (
    <section className="card col rows" aria-label="热线工单" aria-busy={list.isFetching}>
      <div className="table-scroll">
        {list.isPending && <RowsSkeleton rows={10} />}
        {list.error && rows.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && <NoOrders show={show} externalNumber={externalNumber} />}
        {rows.length > 0 && <div className="hotline-orders"><DataTable label="热线工单" columns={columns} rows={rows} idOf={idOf} current={current} onOpen={setOpened} /></div>}
        {list.hasNextPage && <div className="rows-more"><Button loading={list.isFetchingNextPage} onClick={more}>再看 30 件</Button></div>}
      </div>
      <footer className="table-foot"><KeyHints hints={[{ keys: ['↑', '↓'], does: '选行' }, { keys: ['Enter'], does: '看回执' }]} /></footer>
      {opened && <OrderDrawer order={opened} onClose={() => setOpened(null)} />}
    </section>
  )
}

function NoOrders({ show, externalNumber }: Props) {
  if (externalNumber) return <EmptyPanel icon="search" title={`没有编号是 ${externalNumber} 的工单`} hint="编号要写全；也可能这件事不在您管的地方。" />
  if (show === 'attention') return <EmptyPanel icon="check" title="没有要处理的回执" hint="平台没接受的回执、回访说没办好又不能自动重办的，会排在这里。" />
  return <EmptyPanel icon="message" title="还没有热线工单" hint="接通平台后会自动取来；也可以点右上角，把平台导出的 Excel 或 CSV 导进来。" />
}
