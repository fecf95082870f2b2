import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { useEffect, useState } from 'react'
import { FailureLine } from '../../../components/FailureLine'
import { useCommand } from '../../../services/use-command'

const SEEN_FOR = 5 * 60_000
const REASON = '回访，问办好了没有'

/** The number for this very call; looked at with its reason and on record, for five minutes. */
export function CallNumber({ caseId, name }: { caseId: string; name: string }) {
  const [revealed, setRevealed] = useState<OutputOf<'casework.revealRequester'> | null>(null)
  const reveal = useCommand('casework.revealRequester')
  useEffect(() => {
    if (!revealed) return undefined
    const timer = setTimeout(() => setRevealed(null), SEEN_FOR)
    return () => clearTimeout(timer)
  }, [revealed])
  if (revealed) {
    return (
      <>
        <b>{revealed.name}</b> {revealed.phone ? <a className="after-number" href={`tel:${revealed.phone}`}>{revealed.phone}</a> : <span className="second">没有留电话</span>}
        <span className="tiny second"><br />5 分钟后收起，已记入日志</span>
      </>
    )
  }
  return (
    <>
      {name} <button type="button" className="link nowrap" disabled={reveal.isBusy} onClick={() => void reveal.run({ caseId, reason: REASON }).then(setRevealed)}>看号码，打电话</button>
      <span className="tiny second"><br />理由“{REASON}”会记入日志</span>
      <FailureLine failure={reveal.failure} />
    </>
  )
}
