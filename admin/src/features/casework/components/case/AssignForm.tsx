import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { EmptyPanel } from '../../../../components/EmptyPanel'
import { ErrorPanel } from '../../../../components/ErrorPanel'
import { FailureLine } from '../../../../components/FailureLine'
import { RowsSkeleton } from '../../../../components/PageSkeleton'
import { useDraft } from '../../../../services/use-draft'
import { useQuery } from '../../../../services/use-query'
import type { ActFormProps } from './ActForm'
import { FormFrame } from './FormFrame'

/** Who else can do it, with what they already have in hand. */
export function AssignForm({ shown, desk, onDone, onStop }: ActFormProps) {
  const people = useQuery('casework.listAssignees', { caseId: shown.id })
  const [personId, choose] = useState('')
  const [note, write] = useDraft(`${shown.id}.assign`)
  const chosen = people.data?.items.find((each) => each.personId === personId)
  const submit = async () => {
    if (!chosen || !(await desk.act('casework.assign', { personId, ...(note.trim() ? { note: note.trim() } : {}) }))) return
    write('')
    onDone(`已交给 ${chosen.name}`)
  }
  return (
    <FormFrame title="换办理人" onStop={onStop} onSubmit={() => void submit()}>
      {people.isPending && <RowsSkeleton rows={4} height={44} />}
      {people.error && <ErrorPanel failure={people.error} retry={() => void people.refetch()} />}
      {people.data?.items.length === 0 && <EmptyPanel icon="people" title="这里没有别的办理人" hint="可以转办到别的网格或单位。" />}
      <Radio.Group className="assignees" value={personId} onChange={(event) => choose(String(event.target.value))}>
        {people.data?.items.map((each) => (
          <Radio key={each.personId} value={each.personId}>
            <span className="row"><b className="nowrap">{each.name}</b><span className="second small clip">{each.unitName} {each.roleLabel}</span></span>
            <span className="tiny second">手上 {each.openCases.count}{each.openCases.more ? '+' : ''} 件在办</span>
          </Radio>
        ))}
      </Radio.Group>
      <label htmlFor="assign-note">交代一句（可不写，群众也看得到）</label>
      <Input.TextArea id="assign-note" value={note} maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => write(event.target.value)} />
      <FailureLine failure={desk.failure} />
      <div className="row">
        <Button type="primary" htmlType="submit" className="fill" loading={desk.isBusy} disabled={!chosen}>{chosen ? `交给 ${chosen.name}` : '选一位'}</Button>
        <Button onClick={onStop} disabled={desk.isBusy}>先不办</Button>
      </div>
    </FormFrame>
  )
}
