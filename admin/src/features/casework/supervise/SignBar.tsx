import type { SupervisionRow } from '@xiangli/shared/casework/views'
import { Button, Modal, Progress } from 'antd'
import { useState } from 'react'
import { Icon } from '../../../components/Icon'
import { NoticeLine } from '../../../components/NoticeLine'
import { useBulkSign, type Signed } from './use-bulk-sign'

type Props = { picked: SupervisionRow[]; onDone: () => void }

/** What can be done with the rows that are ticked: read what was reported, sign one by one. */
export function SignBar({ picked, onDone }: Props) {
  // The list refreshes while it is being signed: the dialog keeps what it was opened for.
  const [rows, open] = useState<SupervisionRow[] | null>(null)
  if (picked.length === 0 && !rows) return null
  return (
    <span className="row">
      {picked.length > 0 && (
        <>
          <span className="small">已选 {picked.length} 件</span>
          <Button size="small" type="primary" onClick={() => open(picked)}>逐件签认</Button>
          <Button size="small" onClick={onDone}>不选了</Button>
        </>
      )}
      {rows && <SignDialog rows={rows} onClose={() => { open(null); onDone() }} />}
    </span>
  )
}

function SignDialog({ rows, onClose }: { rows: SupervisionRow[]; onClose: () => void }) {
  const { results, isBusy, run, clear } = useBulkSign()
  const done = rows.filter(({ id }) => results.get(id) === 'done').length
  const failed = rows.filter(({ id }) => typeof results.get(id) === 'object').length
  const isOver = done === rows.length
  const close = () => {
    clear()
    onClose()
  }
  const press = () => (isOver ? close() : void run(rows))
  const okWords = isOver ? '好了' : failed > 0 ? `再签没签上的 ${rows.length - done} 件` : `签认这 ${rows.length} 件`
  return (
    <Modal open title="签认办理结果" okText={okWords} cancelText={done > 0 ? '关上' : '先不签'} cancelButtonProps={{ disabled: isBusy }} maskClosable={!isBusy} closable={!isBusy} keyboard={!isBusy} confirmLoading={isBusy} onOk={press} onCancel={close} width={620}>
      <NoticeLine icon="message">签认就是责任单位对结果负责，督办到此结束。逐件签，哪件没签上会写明为什么。</NoticeLine>
      <ul className="sign-list" aria-label="要签认的">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="row"><b className="clip">{row.title}</b><span className="tiny second nowrap">{row.serial}</span><Outcome of={results.get(row.id)} /></span>
            <span className="small second sign-result">{row.handlerName}报：{row.result ?? '没有写结果'}</span>
            <Failed of={results.get(row.id)} />
          </li>
        ))}
      </ul>
      {results.size > 0 && <Progress percent={Math.round((done / rows.length) * 100)} format={() => `${done}/${rows.length}`} aria-label="签认进度" />}
      <p className="unseen" role="status">{results.size > 0 ? `已签认 ${done} 件${failed > 0 ? `，${failed} 件没签上` : ''}` : ''}</p>
    </Modal>
  )
}

function Outcome({ of }: { of: Signed | undefined }) {
  if (!of) return null
  if (of === 'done') return <span className="end row tiny nowrap sign-done"><Icon name="check" />已签认</span>
  if (of === 'signing') return <span className="end tiny second nowrap">正在签</span>
  if (of === 'waiting') return <span className="end tiny second nowrap">排着</span>
  return <span className="end row tiny nowrap sign-failed"><Icon name="warning" />没签上</span>
}

function Failed({ of }: { of: Signed | undefined }) {
  return typeof of === 'object' ? <span className="small sign-failed">{of.message}</span> : null
}
