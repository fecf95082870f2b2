import type { CallError } from '@xiangli/shared/catalog/call'
import { useState } from 'react'
import { Icon } from './Icon'
import './kit.css'

/** The code in small print, to read out or to copy for whoever looks into it. */
export function FailureCode({ failure }: { failure: CallError }) {
  const [isCopied, setCopied] = useState(false)
  const code = [failure.code, failure.traceId].filter(Boolean).join(' · ')
  const copy = async () => {
    await navigator.clipboard?.writeText(code)
    setCopied(true)
  }
  return (
    <span className="panel-code">
      <span className="code">{code}</span>
      {navigator.clipboard && (
        <button type="button" onClick={copy} aria-label={isCopied ? '已复制' : '复制编码'} title={isCopied ? '已复制' : '复制编码'}>
          <Icon name={isCopied ? 'check' : 'copy'} />
        </button>
      )}
    </span>
  )
}
