import type { FiledReceipt } from '@xiangli/shared/casework/contract/intake'
import { useState } from 'react'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { useMe } from '../../../services/me'
import { useTitle } from '../../../services/title'
import { CallForm } from '../calls/CallForm'
import { CallReceipt } from '../calls/CallReceipt'
import { EarlierCases } from '../calls/EarlierCases'
import { useCallDraft } from '../calls/call-draft'
import './call.css'

/** 接电话登记: written while somebody speaks, saved before they hang up. */
export default function CallPage() {
  useTitle('接电话登记')
  const me = useMe()
  const { draft, write, startAnew, forget } = useCallDraft()
  const [receipt, setReceipt] = useState<FiledReceipt | null>(null)
  if (!me.operations.includes('casework.fileForCaller')) return <div className="page"><EmptyPanel isPage icon="lock" title="接电话登记不是您的职责" hint="由乡镇、县的调度员和村党组织书记登记。" /></div>
  const next = () => {
    startAnew()
    setReceipt(null)
  }
  const filed = (done: FiledReceipt) => {
    forget()
    setReceipt(done)
  }
  return (
    <div className="page call">
      <div className="page-head"><h1>接电话登记</h1><span className="second small">来访、来信也在这里记；写的随时存着，刷新不丢</span></div>
      <div className="call-page">
        {receipt ? <CallReceipt receipt={receipt} onNext={next} /> : <CallForm key={draft.caseId} draft={draft} write={write} onFiled={filed} />}
        <EarlierCases key={`earlier ${draft.caseId}`} phone={draft.phone} />
      </div>
    </div>
  )
}
