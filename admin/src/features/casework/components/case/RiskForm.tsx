import { riskLabels, RISKS, type RiskLevel } from '@xiangli/shared/casework/risk'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../../components/FailureLine'
import { NoticeLine } from '../../../../components/NoticeLine'
import type { ActFormProps } from './ActForm'
import { FormFrame } from './FormFrame'

const options = RISKS.map((value) => ({ value, label: riskLabels[value] }))

/** A person's word on the matter, with a reason; the highest level is nobody else's to say. */
export function RiskForm({ shown, desk, onDone, onStop }: ActFormProps) {
  const [level, setLevel] = useState<RiskLevel>(shown.risk?.level ?? 'attention')
  const [reason, setReason] = useState('')
  const save = async () => { if (await desk.act('casework.setRisk', { level, reason: reason.trim() })) onDone('风险等级定好了') }
  return (
    <FormFrame title="定风险等级" onStop={onStop} onSubmit={() => void save()}>
      {shown.risk?.isProposed && <NoticeLine icon="message">系统建议“{riskLabels[shown.risk.level]}”{shown.risk.because.length > 0 && `：${shown.risk.because.join('、')}`}。要由人确认。</NoticeLine>}
      <Segmented block aria-label="风险等级" options={options} value={level} onChange={setLevel} />
      <label htmlFor="risk-reason">理由</label>
      <Input.TextArea id="risk-reason" value={reason} maxLength={300} showCount autoSize={{ minRows: 3, maxRows: 8 }} placeholder="如：下面住着三户，雨还在下" onChange={(event) => setReason(event.target.value)} />
      <NoticeLine icon="eye">说的是这件事会不会变坏，不是人。办这件事的人看得到，反映人和公开的页面看不到；时限不变。</NoticeLine>
      <FailureLine failure={desk.failure} />
      <div className="row">
        <Button type="primary" htmlType="submit" className="fill" loading={desk.isBusy} disabled={!reason.trim()}>定为“{riskLabels[level]}”</Button>
        <Button onClick={onStop} disabled={desk.isBusy}>先不定</Button>
      </div>
    </FormFrame>
  )
}
