import { promiseChoices } from '@xiangli/shared/casework/time-choices'
import { Button, Input } from 'antd'
import { ErrorPanel } from '../../../../components/ErrorPanel'
import { FailureLine } from '../../../../components/FailureLine'
import { NoticeLine } from '../../../../components/NoticeLine'
import { useNow } from '../../../../services/clock'
import { useDraft } from '../../../../services/use-draft'
import { useWorkingTime } from '../../hooks/use-working-time'
import type { ActFormProps } from './ActForm'
import { DayField } from './DayField'
import { FormFrame } from './FormFrame'

/** 督办反馈: what is the matter, what is being done, by when; the promised day is the next duty. */
export function FeedbackForm({ shown, desk, onDone, onStop }: ActFormProps) {
  const now = useNow()
  const { work, error, retry } = useWorkingTime(now)
  const [reason, writeReason] = useDraft(`${shown.id}.fileFeedback.reason`)
  const [measures, writeMeasures] = useDraft(`${shown.id}.fileFeedback.measures`)
  const [day, choose] = useDraft(`${shown.id}.fileFeedback.day`)
  const days = work ? promiseChoices(new Date(now), work) : []
  const promisedAt = days.map((at) => at.toISOString()).find((at) => at === day)
  const isReady = reason.trim() !== '' && measures.trim() !== '' && promisedAt !== undefined
  const submit = async () => {
    if (!isReady || !(await desk.act('casework.fileFeedback', { reason: reason.trim(), measures: measures.trim(), promisedAt }))) return
    for (const clear of [writeReason, writeMeasures, choose]) clear('')
    onDone('反馈已交，等办理结果')
  }
  return (
    <FormFrame title="交督办反馈" onStop={onStop} onSubmit={() => void submit()}>
      <label htmlFor="feedback-reason">原因</label>
      <Input.TextArea id="feedback-reason" value={reason} maxLength={300} autoFocus autoSize={{ minRows: 2, maxRows: 6 }} placeholder="为什么没按时办好，如：灯头没货" onChange={(event) => writeReason(event.target.value)} />
      <label htmlFor="feedback-measures">措施</label>
      <Input.TextArea id="feedback-measures" value={measures} maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} placeholder="正在怎么办，如：从县城调货，先挂应急灯" onChange={(event) => writeMeasures(event.target.value)} />
      <label htmlFor="feedback-day">答应哪天办好</label>
      {error && !work ? <ErrorPanel failure={error} retry={retry} /> : <DayField id="feedback-day" days={days} value={promisedAt} isProvisional={(at) => work?.isProvisional(at) ?? false} onChange={choose} hint="选一个工作日，最多十个工作日" />}
      <NoticeLine icon="message">{shown.requester.name} 看得到反馈；到那天没办好，责任再升一级。</NoticeLine>
      <FailureLine failure={desk.failure} />
      <div className="row">
        <Button type="primary" htmlType="submit" className="fill" loading={desk.isBusy} disabled={!isReady}>交反馈</Button>
        <Button onClick={onStop} disabled={desk.isBusy}>先不办</Button>
      </div>
    </FormFrame>
  )
}
