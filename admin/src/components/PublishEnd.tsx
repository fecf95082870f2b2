import type { CallError } from '@xiangli/shared/catalog/call'
import { Button, Input } from 'antd'
import { useId } from 'react'
import { FormEnd } from './FormEnd'

type Props = {
  version: number
  reason: string
  example: string
  isBusy: boolean
  isReady: boolean
  failure: CallError | null
  /** Somebody published meanwhile: what is new has to be looked at first. */
  isStale: boolean
  onReason: (words: string) => void
  onReload: () => void
  onClose: () => void
  /** What publishing means, between the reason and the buttons. */
  children?: React.ReactNode
}

/** How a new version of the county's own data is published: why, and only then. */
export function PublishEnd({ version, reason, example, isBusy, isReady, failure, isStale, onReason, onReload, onClose, children }: Props) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>为什么改</label>
      <Input.TextArea id={id} value={reason} maxLength={200} showCount autoSize={{ minRows: 2, maxRows: 5 }} placeholder={`如：${example}`} onChange={(event) => onReason(event.target.value)} />
      {children}
      <FormEnd go={`发布第 ${version} 版`} stop="先不发布" isBusy={isBusy} isReady={isReady && reason.trim() !== ''} failure={failure} onStop={onClose}>
        {isStale && <Button onClick={onReload}>载入新版，改动留着</Button>}
      </FormEnd>
    </>
  )
}
