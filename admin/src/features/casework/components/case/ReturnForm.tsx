import type { Responsibility } from '@xiangli/shared/casework/contract/returns'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Button, Input, Radio } from 'antd'
import { useDeferredValue, useState } from 'react'
import { ErrorPanel } from '../../../../components/ErrorPanel'
import { FailureLine } from '../../../../components/FailureLine'
import { NoticeLine } from '../../../../components/NoticeLine'
import { RowsSkeleton } from '../../../../components/PageSkeleton'
import { fullTime } from '../../../../components/time-words'
import { useDraft } from '../../../../services/use-draft'
import { usePages } from '../../../../services/use-query'
import type { ActFormProps } from './ActForm'
import { FormFrame } from './FormFrame'

const NOBODY = 'nobody'
const PAGE = 30

/** Whose duty it is, out of the county's list; or nobody's, which goes to the arbiter. */
export function ReturnForm({ shown, desk, onDone, onStop }: ActFormProps) {
  const [chosen, choose] = useState('')
  const [reason, write] = useDraft(`${shown.id}.returnCase`)
  const isLast = chosen === NOBODY || (shown.returnedCount ?? 0) > 0
  const submit = async () => {
    const responsibilityCode = chosen === NOBODY ? null : chosen
    if (!chosen || !(await desk.act('casework.returnCase', { responsibilityCode, reason: reason.trim() }))) return
    write('')
    onDone('已退回，群众收到消息了')
  }
  return (
    <FormFrame title="不归我们，退回" onStop={onStop} onSubmit={() => void submit()}>
      {shown.handler.returnBy && <NoticeLine icon="clock" tone="soon">{fullTime(shown.handler.returnBy)} 前可以退一次，过了算签收。总时限照走。</NoticeLine>}
      <Duties shown={shown} value={chosen} onChange={choose} />
      <label htmlFor="return-reason">为什么不归你们（群众看得到）</label>
      <Input.TextArea id="return-reason" value={reason} maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} placeholder="如：看过了，是电线不是水管" onChange={(event) => write(event.target.value)} />
      {chosen && <NoticeLine icon="route">{isLast ? '交上级裁定由谁办，裁定后谁也不能再退。' : '回到调度那里重新转办。'}</NoticeLine>}
      <FailureLine failure={desk.failure} />
      <div className="row">
        <Button type="primary" htmlType="submit" className="fill" loading={desk.isBusy} disabled={!chosen || !reason.trim()}>退回</Button>
        <Button onClick={onStop} disabled={desk.isBusy}>先不退</Button>
      </div>
    </FormFrame>
  )
}

type DutiesProps = { shown: CaseView; value: string; onChange: (code: string) => void }

/** At first those of the same kind of matter; a word looks through all of them. */
function Duties({ shown: { handler, category }, value, onChange }: DutiesProps) {
  const [words, look] = useState('')
  const sought = useDeferredValue(words.trim())
  const list = usePages('casework.listResponsibilities', { limit: PAGE, ...(sought ? { words: sought } : category ? { category } : {}) })
  const others = list.items.filter(({ unitId }) => unitId !== handler.unitId)
  return (
    <>
      <label htmlFor="return-words">权责清单里是谁的（打字找）</label>
      <Input id="return-words" value={words} maxLength={40} allowClear placeholder="如：电线、路灯、宅基地" onChange={(event) => look(event.target.value)} />
      {list.isPending && <RowsSkeleton rows={4} height={44} />}
      {list.error && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && others.length === 0 && <p className="small second" role="status">{sought ? '清单里没有这样的一条，换个词再找；真没有就选下面一项。' : '这一类别的单位没有，打字从全部清单里找。'}</p>}
      <Radio.Group className="assignees" value={value} aria-label="权责清单" onChange={(event) => onChange(String(event.target.value))}>
        {others.map((each) => <Duty key={each.code} of={each} />)}
      </Radio.Group>
      {list.hasNextPage && <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>再看 {PAGE} 条</Button>}
      <Radio checked={value === NOBODY} onChange={() => onChange(NOBODY)}>清单里没有哪个单位管这件事</Radio>
    </>
  )
}

function Duty({ of }: { of: Responsibility }) {
  return (
    <Radio value={of.code}>
      <b>{of.title}</b>
      <span className="tiny second"><br />{of.unitName} · {of.basis}</span>
    </Radio>
  )
}
