import type { CallError } from '@xiangli/shared/catalog/call'
import { useState } from 'react'
import { Icon } from './Icon'
import './kit.css'

/** The number in small print, to read out or to copy for whoever looks into it; the code goes along with the copy. */
export function FailureCode({ failure }: { failure: CallError }) {
  const [isCopied, setCopied] = useState(false)
  const code = [failure.code, failure.traceId].filter(Boolean).join(' · ')
  if (!failure.traceId) return null
  const copy = async () => {
    await navigator.clipboard?.writeText(code)
    setCopied(true)
  }
  return (
    <span className="panel-code">
      <span title={failure.code}>问题编号 <span className="code">{failure.traceId}</span></span>
      {navigator.clipboard && (
        <button type="button" onClick={copy} aria-label={isCopied ? '已复制' : '复制问题编号'} title={isCopied ? '已复制' : '复制问题编号'}>
          <Icon name={isCopied ? 'check' : 'copy'} />
        </button>
      )}
    </span>
  )
}
