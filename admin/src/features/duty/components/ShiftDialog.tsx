import type { Desk, ShiftView } from '@xiangli/shared/duty/shifts'
import { App, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { ulid } from 'ulid'
import { FailureLine } from '../../../components/FailureLine'
import { fullTime } from '../../../components/time-words'
import { useNow } from '../../../services/clock'
import { useCommands } from '../../../services/use-command'
import { useQuery } from '../../../services/use-query'
import { instantIn, timeInput, timesWords } from '../days'
import { useRefresh } from '../use-roster'

type Props = { unitId: string; desk: Desk; shift: ShiftView | undefined; firstDay: string; others: ShiftView[]; onClose: () => void }

/** One shift: new, changed, exchanged with another, or taken away; why is said, and those concerned hear of it. */
export function ShiftDialog({ unitId, desk, shift, firstDay, others, onClose }: Props) {
  const now = useNow()
  const people = useQuery('duty.listPeople', { unitId })
  const [draft, setDraft] = useState({
    mainId: shift?.main.personId ?? '', backupId: shift?.backup?.personId ?? '', note: shift?.note ?? '', reason: '', swap: '',
    from: shift ? timeInput(shift.from) : `${firstDay}T18:00`, to: shift ? timeInput(shift.to) : `${firstDay}T22:00`,
  })
  const [shiftId] = useState(() => shift?.id ?? ulid())
  const commands = useCommands()
  const refresh = useRefresh()
  const { message } = App.useApp()
  const change = (next: Partial<typeof draft>) => setDraft({ ...draft, ...next })
  const hasBegun = shift !== undefined && new Date(shift.from).getTime() <= now
  const options = (people.data?.items ?? []).filter(({ isOfParent }) => !isOfParent).map(({ personId, name, title }) => ({ value: personId, label: title ? `${name}，${title}` : name }))
  const other = others.find(({ id }) => id === draft.swap)
  const isReady = draft.mainId !== '' && draft.from !== '' && draft.to !== '' && (shift === undefined || draft.reason.trim() !== '')

  const add = () => commands.run('duty.addShift', {
    shiftId, unitId, desk, from: instantIn(draft.from), to: instantIn(draft.to), mainId: draft.mainId,
    ...(draft.backupId ? { backupId: draft.backupId } : {}), ...(draft.note.trim() ? { note: draft.note.trim() } : {}),
  })
  const alter = (of: ShiftView) => commands.run('duty.changeShift', {
    shiftId: of.id, rev: of.rev, reason: draft.reason.trim(),
    ...(other ? { swapWith: { shiftId: other.id, rev: other.rev } } : {
      mainId: draft.mainId, backupId: draft.backupId || null, note: draft.note.trim() || null,
      ...(hasBegun ? {} : { from: instantIn(draft.from), to: instantIn(draft.to) }),
    }),
  })
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
        <Button key="save" type="primary" disabled={!isReady} loading={commands.isBusy} onClick={() => void (async () => end(await (shift ? alter(shift) : add()), shift ? '改好了，已告诉有关的人' : '加好了'))()}>
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
          <>
            <label htmlFor="shift-main">主班</label>
            <Select id="shift-main" className="duty-wide" showSearch optionFilterProp="label" loading={people.isPending} options={options} value={draft.mainId || undefined} onChange={(mainId: string) => change({ mainId })} placeholder="选一个人" />
            <label htmlFor="shift-backup">备班（可不选）</label>
            <Select id="shift-backup" className="duty-wide" allowClear showSearch optionFilterProp="label" options={options} value={draft.backupId || undefined} onChange={(backupId?: string) => change({ backupId: backupId ?? '' })} placeholder="没有备班" />
            {hasBegun && shift ? <p className="small second">{timesWords(shift.from, shift.to)}，已经开始，只能换人。</p> : (
              <div className="row duty-dates">
                <label>从 <input type="datetime-local" value={draft.from} onChange={({ target }) => change({ from: target.value })} /></label>
                <label>到 <input type="datetime-local" value={draft.to} onChange={({ target }) => change({ to: target.value })} /></label>
              </div>
            )}
            <label htmlFor="shift-note">备注（可不填）</label>
            <Input id="shift-note" value={draft.note} maxLength={100} onChange={({ target }) => change({ note: target.value })} placeholder="如：带班领导在岗" />
          </>
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
