import type { CaseAction } from '@xiangli/shared/casework/case-type'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Button, Input } from 'antd'
import { useEffect, useRef } from 'react'
import { FailureLine } from '../../../../components/FailureLine'
import { NoticeLine } from '../../../../components/NoticeLine'
import { useNow } from '../../../../services/clock'
import { useDraft } from '../../../../services/use-draft'
import { requestWords } from '../../above-words'
import type { ActFormProps } from './ActForm'
import { FormFrame } from './FormFrame'

type YesAction = 'grantTime' | 'resume' | 'signResult' | 'signAnswer' | 'takeCharge'

type Kind = { title: string; confirm: string; done: string; effect: (shown: CaseView, now: number) => string }

const kinds: Record<YesAction, Kind> = {
  grantTime: {
    title: '同意暂停或延期', confirm: '同意', done: '已同意，群众和办理人都看得到',
    effect: ({ timeRequest }, now) => (timeRequest ? requestWords(timeRequest, now) : ''),
  },
  resume: {
    title: '恢复办理', confirm: '恢复办理', done: '已恢复办理，时限接着走',
    effect: () => '时限从现在接着走，停下时剩多少还剩多少；群众会收到消息。',
  },
  signResult: {
    title: '签认办理结果', confirm: '签认', done: '已签认，督办结束',
    effect: ({ answer }) => `办理人报的结果：${answer?.words ?? ''}。签认就是责任单位对这个结果负责，督办到此结束。`,
  },
  signAnswer: {
    title: '签字，发出答复', confirm: '签字', done: '已签字，答复发给群众了',
    effect: ({ signing }) => `${signing?.byName ?? ''}写的答复：${signing?.words ?? ''}。签字后马上发给反映人，带您的名字。`,
  },
  takeCharge: {
    title: '领导包案', confirm: '我来包案', done: '已包案，群众看得到您的名字',
    effect: ({ leader }) => (leader
      ? `现在由${leader.unitName}${leader.name}包案。换成您以后，群众会看到您的名字和理由，${leader.name}会收到消息。`
      : '群众会看到您包了这件事。责任单位和办理人不变，该办的照办。'),
  },
}

export const isYesAction = (action: CaseAction): action is YesAction => action in kinds

/** Words that go with a decision: a line for everybody, or the reason one cannot do without. */
const wordsFor = (action: YesAction, { leader }: CaseView): { label: string; isNeeded: boolean } | null => {
  if (action === 'grantTime') return { label: '交代一句（可不写，群众也看得到）', isNeeded: false }
  return action === 'takeCharge' && leader ? { label: '为什么由您接着包', isNeeded: true } : null
}

/** One decision that needs few words or none: what it does is read before it is pressed. */
export function YesForm({ action, shown, desk, onDone, onStop }: ActFormProps & { action: YesAction }) {
  const now = useNow()
  const kind = kinds[action]
  const [words, write] = useDraft(`${shown.id}.${action}`)
  const said = words.trim()
  const asked = wordsFor(action, shown)
  const confirm = useRef<HTMLButtonElement>(null)
  useEffect(() => confirm.current?.focus(), [])
  const send = () => {
    if (action === 'grantTime') return desk.act('casework.grantTime', said ? { words: said } : {})
    if (action === 'resume') return desk.act('casework.resume', {})
    if (action === 'signAnswer') return desk.act('casework.signAnswer', {})
    if (action === 'signResult') return desk.act('casework.signResult', {})
    return desk.act('casework.takeCharge', asked ? { reason: said } : {})
  }
  const submit = async () => {
    if (!(await send())) return
    write('')
    onDone(kind.done)
  }
  return (
    <FormFrame title={kind.title} onStop={onStop} onSubmit={() => void submit()}>
      <NoticeLine icon="message">{kind.effect(shown, now)}</NoticeLine>
      {asked && (
        <>
          <label htmlFor="grant-words">{asked.label}</label>
          <Input.TextArea id="grant-words" value={words} maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => write(event.target.value)} />
        </>
      )}
      <FailureLine failure={desk.failure} />
      <div className="row">
        <Button ref={confirm} type="primary" htmlType="submit" className="fill" loading={desk.isBusy} disabled={Boolean(asked?.isNeeded) && !said}>{kind.confirm}</Button>
        <Button onClick={onStop} disabled={desk.isBusy}>先不办</Button>
      </div>
    </FormFrame>
  )
}
