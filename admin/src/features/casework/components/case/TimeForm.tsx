import { errors, type ErrorCode } from '@xiangli/shared/catalog/errors'
import { timeBoundLabels, timeKindLabels } from '@xiangli/shared/casework/labels'
import { timeChoices } from '@xiangli/shared/casework/time-choices'
import { TIME_KINDS, type TimeKind } from '@xiangli/shared/casework/time-request'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { ErrorPanel } from '../../../../components/ErrorPanel'
import { FailureLine } from '../../../../components/FailureLine'
import { NoticeLine } from '../../../../components/NoticeLine'
import { fullTime } from '../../../../components/time-words'
import { useNow } from '../../../../services/clock'
import { useCaseType } from '../../../../services/use-case-type'
import { useDraft } from '../../../../services/use-draft'
import { useWorkingTime } from '../../hooks/use-working-time'
import type { ActFormProps } from './ActForm'
import { DayField } from './DayField'
import { FormFrame } from './FormFrame'

const kinds = TIME_KINDS.map((value) => ({ value, label: timeKindLabels[value] }))
const effects: Record<TimeKind, string> = {
  pause: '时限停下，到那天自己接着走；群众看得到停到哪天、为什么。',
  extend: '时限改到那天，只能有一次；群众看得到改到哪天、为什么。',
}

/** What the rule asks about a case, out of what the page knows of it. */
const judged = ({ redAt, isExtended, pausedMinutes, grade, category }: CaseView) => ({
  redAt: redAt ? new Date(redAt) : null, pause: null, supervision: null, pausedMinutes: pausedMinutes ?? 0, isExtended: isExtended ?? false, grade, category,
})

function limitWords(choices: readonly Date[], { kind, why }: { kind: TimeKind; why: ErrorCode }): string {
  const last = choices.at(-1)
  return last ? `最晚到 ${fullTime(last)}：${timeBoundLabels[kind]}` : errors[why].text
}

/** 申请暂停或延期: only what the level above could grant is offered, and why nothing later. */
export function TimeForm({ shown, desk, onDone, onStop }: ActFormProps) {
  const now = useNow()
  const { work, error, retry } = useWorkingTime(now)
  const type = useCaseType(shown.typeVersion)
  const [kind, setKind] = useState<TimeKind>(shown.isExtended ? 'pause' : 'extend')
  const [reason, write] = useDraft(`${shown.id}.askTime`)
  const [day, choose] = useDraft(`${shown.id}.askTime.day`)
  const { choices, whyNotLater } = work ? timeChoices(judged(shown), { kind, now: new Date(now), work, type }) : { choices: [], whyNotLater: null }
  const until = choices.map((at) => at.toISOString()).find((at) => at === day)
  const submit = async () => {
    if (!until || !(await desk.act('casework.askTime', { kind, until, reason: reason.trim() }))) return
    write('')
    choose('')
    onDone('已申请，等上级答复')
  }
  return (
    <FormFrame title="申请暂停或延期" onStop={onStop} onSubmit={() => void submit()}>
      <Segmented block options={kinds} value={kind} onChange={setKind} aria-label="暂停还是延期" />
      <label htmlFor="time-until">{timeKindLabels[kind]}到</label>
      {error && !work ? <ErrorPanel failure={error} retry={retry} /> : <DayField id="time-until" days={choices} value={until} isProvisional={(at) => work?.isProvisional(at) ?? false} onChange={choose} hint={choices.length > 0 ? '选一天' : '没有可选的日子'} />}
      {whyNotLater && <p className="tiny second">{limitWords(choices, { kind, why: whyNotLater })}</p>}
      <label htmlFor="time-reason">理由</label>
      <Input.TextArea id="time-reason" value={reason} maxLength={300} showCount autoSize={{ minRows: 3, maxRows: 8 }} placeholder="如：等县里批复，下周二到" onChange={(event) => write(event.target.value)} />
      <NoticeLine icon="message">由上一级答复，答复前时限照走。同意后{effects[kind]}</NoticeLine>
      <FailureLine failure={desk.failure} />
      <div className="row">
        <Button type="primary" htmlType="submit" className="fill" loading={desk.isBusy} disabled={!until || !reason.trim()}>交给上级</Button>
        <Button onClick={onStop} disabled={desk.isBusy}>先不办</Button>
      </div>
    </FormFrame>
  )
}
