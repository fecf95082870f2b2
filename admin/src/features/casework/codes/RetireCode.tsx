import type { PlaceCodeView } from '@xiangli/shared/casework/contract/place-codes'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../components/FailureLine'
import { useCommand } from '../../../services/use-command'
import { useCodesAgain } from './use-codes-again'

export function RetireCode({ code, onClose }: { code: PlaceCodeView; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const retire = useCommand('casework.retirePlaceCode')
  const again = useCodesAgain()
  const go = async () => {
    if (!(await retire.run({ codeId: code.id, reason: reason.trim() }))) return
    again()
    onClose()
  }
  return (
    <Modal open title={`停用“${code.name}”的码`} okText="停用" cancelText="先不停" okButtonProps={{ danger: true, disabled: !reason.trim(), loading: retire.isBusy }} onOk={() => void go()} onCancel={onClose}>
      <div className="code-new">
      <p>停用后扫这个码不能再反映，也不能再启用，这组字母数字不会再给别处用；已经反映的不受影响。请把牌子取下来。</p>
      <label>为什么停用<Input autoFocus placeholder="如：灯杆拆了" value={reason} maxLength={100} onChange={(event) => setReason(event.target.value)} /></label>
      <FailureLine failure={retire.failure} />
      </div>
    </Modal>
  )
}
