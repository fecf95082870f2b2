import type { Desk, ShiftView } from '@xiangli/shared/duty/shifts'
import { App, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { ulid } from 'ulid'
import { FailureLine } from '../../../components/FailureLine'
import { fullTime } from '../../../components/time-words'
import { useNow } from '../../../services/clock'
import { useCommands } from '../../../services/use-command'
import { useQuery } from '../../../services/use-query'
import { ShiftFields } from './ShiftFields'
import { timesWords } from '../days'
import { changeOf, draftOf, newOf, type ShiftDraft } from '../shift-draft'
import { useRefresh } from '../use-roster'

type Props = { unitId: string; desk: Desk; shift: ShiftView | undefined; firstDay: string; others: ShiftView[]; onClose: () => void }

/** One shift: new, changed, exchanged with another, or taken away; why is said, and those concerned hear of it. */
export function ShiftDialog({ unitId, desk, shift, firstDay, others, onClose }: Props) {
  const now = useNow()
  const people = useQuery('duty.listPeople', { unitId })
  const [draft, setDraft] = useState(() => draftOf(shift, firstDay))
  const [shiftId] = useState(() => shift?.id ?? ulid())
  const commands = useCommands()
  const refresh = useRefresh()
  const { message } = App.useApp()
  const change = (next: Partial<ShiftDraft>) => setDraft({ ...draft, ...next })
  const hasBegun = shift !== undefined && new Date(shift.from).getTime() <= now
  const options = (people.data?.items ?? []).filter(({ isOfParent }) => !isOfParent).map(({ personId, name, title }) => ({ value: personId, label: title ? `${name}，${title}` : name }))
  const other = others.find(({ id }) => id === draft.swap)
  const isReady = draft.mainId !== '' && draft.from !== '' && draft.to !== '' && (shift === undefined || draft.reason.trim() !== '')

  const save = () => (shift ? commands.run('duty.changeShift', changeOf(shift, { draft, other, hasBegun })) : commands.run('duty.addShift', { shiftId, unitId, desk, ...newOf(draft) }))
  const end = async (done: unknown, words: string) => {
    if (!done) return
    await refresh()
    void message.success(words)
    onClose()
  }
  const remove = async (of: ShiftView) => end(await commands.run('duty.removeShift', { shiftId: of.id, rev: of.rev, reason: draft.reason.trim() }), '这个班取消了，已告诉有关的人')
  return (
    <Modal
      open title={shift ? '改这个班' : '加一个班'} onCancel={onClose}
      footer={[
        shift && !hasBegun && <Button key="remove" danger disabled={draft.reason.trim() === ''} loading={commands.isBusy} onClick={() => void remove(shift)}>取消这个班</Button>,
        <Button key="stop" onClick={onClose}>先不改</Button>,
        <Button key="save" type="primary" disabled={!isReady} loading={commands.isBusy} onClick={() => void (async () => end(await save(), shift ? '改好了，已告诉有关的人' : '加好了'))()}>
          {shift ? '改' : '加上'}
        </Button>,
      ]}
    >
      <div className="duty-form">
        {shift && (
          <>
            <label htmlFor="shift-swap">和另一个班对调（可不选）</label>
            <Select
              id="shift-swap" className="duty-wide" allowClear value={draft.swap || undefined} placeholder="不对调，只改这一个" onChange={(swap?: string) => change({ swap: swap ?? '' })}
              options={others.filter((each) => each.id !== shift.id && new Date(each.to).getTime() > now).map((each) => ({ value: each.id, label: `${fullTime(each.from, now)}，${each.main.name}` }))}
            />
          </>
        )}
        {other && shift ? (
          <p className="small">{shift.main.name} 去值 {fullTime(other.from, now)} 的班，{other.main.name} 来值 {fullTime(shift.from, now)} 的班；两个人都会收到消息。</p>
        ) : (
          <ShiftFields draft={draft} change={change} people={options} fixed={hasBegun && shift ? timesWords(shift.from, shift.to) : undefined} />
        )}
        {shift && (
          <>
            <label htmlFor="shift-reason">原因</label>
            <Input id="shift-reason" value={draft.reason} maxLength={100} onChange={({ target }) => change({ reason: target.value })} placeholder="有关的人会看到，如：去县里开会" />
          </>
        )}
        <FailureLine failure={commands.failure} />
      </div>
    </Modal>
  )
}
