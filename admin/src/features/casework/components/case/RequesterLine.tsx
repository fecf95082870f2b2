import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { FailureLine } from '../../../../components/FailureLine'
import { useCommand } from '../../../../services/use-command'
import { useMe } from '../../../../services/me'

const SEEN_FOR = 5 * 60_000

type Revealed = OutputOf<'casework.revealRequester'>

/** Masked until somebody says why they need to know; then for five minutes, and on record. */
export function RequesterLine({ shown }: { shown: CaseView }) {
  const me = useMe()
  const [revealed, setRevealed] = useState<Revealed | null>(null)
  useEffect(() => {
    if (!revealed) return undefined
    const timer = setTimeout(() => setRevealed(null), SEEN_FOR)
    return () => clearTimeout(timer)
  }, [revealed])

  const { name, phone } = revealed ?? shown.requester
  if (shown.names === 'sealed') return <>隐名 <span className="tiny second"><br />姓名和电话谁也看不到，办理中也不用打听</span></>
  const mayAsk = me.operations.includes('casework.revealRequester') && !revealed
  return (
    <>
      {name} {phone && (revealed ? <a href={`tel:${phone}`}>{phone}</a> : <span className="second">{phone}</span>)}{' '}
      {mayAsk && <Reveal caseId={shown.id} onRevealed={setRevealed} />}
      {revealed && <span className="tiny second"><br />5 分钟后收起，已记入日志{phone ? '' : '；没有留电话'}</span>}
    </>
  )
}

function Reveal({ caseId, onRevealed }: { caseId: string; onRevealed: (revealed: Revealed) => void }) {
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const reveal = useCommand('casework.revealRequester')
  const ask = async (event: React.FormEvent) => {
    event.preventDefault()
    const revealed = await reveal.run({ caseId, reason: reason.trim() })
    if (!revealed) return
    setOpen(false)
    onRevealed(revealed)
  }
  if (!isOpen) return <button type="button" className="link nowrap" onClick={() => setOpen(true)}>看全名</button>
  return (
    <form className="reveal" onSubmit={(event) => void ask(event)}>
      <label htmlFor="reveal-reason">为什么要看全名和电话</label>
      <Input
        id="reveal-reason" value={reason} maxLength={200} autoFocus placeholder="如：回电核实位置" onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'Escape') setOpen(false) }}
      />
      <p className="tiny second">您的名字、时间和理由会记入日志。</p>
      <FailureLine failure={reveal.failure} />
      <div className="row">
        <Button type="primary" htmlType="submit" size="small" loading={reveal.isBusy} disabled={!reason.trim()}>看全名和电话</Button>
        <Button size="small" onClick={() => setOpen(false)}>不看了</Button>
      </div>
    </form>
  )
}
