import { calledBackLabels, messageKindLabels, messageStateLabels } from '@xiangli/shared/hotline/states'
import type { MessageView, OrderRow } from '@xiangli/shared/hotline/views'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { Link } from 'react-router'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { FailureLine } from '../../../components/FailureLine'
import { NoticeLine } from '../../../components/NoticeLine'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { Tag } from '../../../components/Tag'
import { fullTime, shortTime } from '../../../components/time-words'
import { useMe } from '../../../services/me'
import { useCommand } from '../../../services/use-command'
import { useQuery } from '../../../services/use-query'

/** What the platform was told of one order, and what it said. */
export function OrderDrawer({ order, onClose }: { order: OrderRow; onClose: () => void }) {
  const { data, error, refetch } = useQuery('hotline.listMessages', { orderId: order.id })
  const { calledBack } = order
  return (
    <Drawer open title={`工单 ${order.externalNumber}`} width={460} onClose={onClose}>
      <div className="col hotline-order">
        <p><Link to={`/cases/${order.caseId}`}>{order.title}</Link><br /><span className="small second">{order.sourceName}，{fullTime(order.receivedAt)} 收到，办件 {order.serial}</span></p>
        {order.due && <p className="small">热线要求 {fullTime(order.due)} 前办好；比本县时限早的，照它的算。</p>}
        {order.differedAt && <NoticeLine icon="warning" tone="soon">{shortTime(order.differedAt)} 平台又发来一次，内容不同；没有覆盖，请到平台核对后在办件里记一笔。</NoticeLine>}
        {calledBack && <NoticeLine icon="phone" tone={calledBack.trouble ? 'overdue' : 'plain'}>{shortTime(calledBack.at)} 热线回访：{calledBackLabels[calledBack.satisfied]}。{calledBack.words}{calledBack.trouble && <><br />{calledBack.trouble}</>}</NoticeLine>}
        <h2 className="section-name">回执</h2>
        {error && <ErrorPanel failure={error} retry={() => void refetch()} />}
        {!data && !error && <RowsSkeleton rows={3} />}
        {data?.items.length === 0 && <p className="small second">{order.isOnline ? '受理、答复后会自动发给平台。' : '这张工单由文件导入，办理结果请按平台的办法报回。'}</p>}
        <ul>{data?.items.map((message) => <Message key={message.id} orderId={order.id} message={message} />)}</ul>
      </div>
    </Drawer>
  )
}

function Message({ orderId, message }: { orderId: string; message: MessageView }) {
  const client = useQueryClient()
  const mayResend = useMe().operations.includes('hotline.resend')
  const { run, isBusy, failure } = useCommand('hotline.resend')
  const { kind, state, words, until, reason, at, settledAt, nextTryAt } = message
  const again = async () => {
    if (await run({ orderId, messageId: message.id })) await client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('hotline.') })
  }
  return (
    <li className="hotline-message">
      <div className="row"><b>{messageKindLabels[kind]}</b><Tag tone={state === 'refused' ? 'soon' : 'plain'}>{messageStateLabels[state]}</Tag><span className="small second end">{shortTime(settledAt ?? at)}</span></div>
      {until && <p className="small">延到 {fullTime(until)}</p>}
      {words && <p className="small">{words}</p>}
      {reason && <p className="small hotline-bad">{reason}{state === 'waiting' && nextTryAt && `（${shortTime(nextTryAt)} 再发）`}</p>}
      {state === 'refused' && mayResend && <Button size="small" loading={isBusy} onClick={() => void again()}>核对过了，再发一次</Button>}
      <FailureLine failure={failure} />
    </li>
  )
}
