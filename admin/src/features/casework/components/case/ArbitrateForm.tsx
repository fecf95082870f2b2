import { Button, Input } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../../components/FailureLine'
import { NoticeLine } from '../../../../components/NoticeLine'
import { useDraft } from '../../../../services/use-draft'
import type { ActFormProps } from './ActForm'
import { FormFrame } from './FormFrame'
import { UnitField } from './UnitField'

/** Units do not agree: what is decided here binds them. */
export function ArbitrateForm({ shown, desk, onDone, onStop }: ActFormProps) {
  const [unitId, setUnit] = useState<string>()
  const [reason, write] = useDraft(`${shown.id}.arbitrate`)
  const returns = shown.timeline.filter(({ action }) => action === 'returnCase')
  const submit = async () => {
    if (!unitId || !(await desk.act('casework.arbitrate', { unitId, reason: reason.trim() }))) return
    write('')
    onDone('已裁定，承办单位和群众收到消息了')
  }
  return (
    <FormFrame title="裁定由谁办" onStop={onStop} onSubmit={() => void submit()}>
      {returns.map(({ n, byTitle, byName, words }) => (
        <blockquote key={n} className="dispute"><b className="small">{byTitle} {byName}</b><p className="small">{words}</p></blockquote>
      ))}
      <label htmlFor="arbitrate-unit">由哪个单位办</label>
      <UnitField id="arbitrate-unit" hint="选一个单位" value={unitId} onChange={setUnit} />
      <label htmlFor="arbitrate-reason">理由（两家单位和群众都看得到）</label>
      <Input.TextArea id="arbitrate-reason" value={reason} maxLength={300} autoSize={{ minRows: 3, maxRows: 6 }} placeholder="如：按权责清单第三条，路灯线路由县供电公司管" onChange={(event) => write(event.target.value)} />
      <NoticeLine icon="shield" tone="soon">裁定后不能再退。</NoticeLine>
      <FailureLine failure={desk.failure} />
      <div className="row">
        <Button type="primary" htmlType="submit" className="fill" loading={desk.isBusy} disabled={!unitId || !reason.trim()}>裁定</Button>
        <Button onClick={onStop} disabled={desk.isBusy}>先不定</Button>
      </div>
    </FormFrame>
  )
}
