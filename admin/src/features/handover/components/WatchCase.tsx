import { handsOver } from '@xiangli/shared/duty/rules'
import { dayOf } from '@xiangli/shared/core/time'
import { App, Button, Input, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { ulid } from 'ulid'
import { FailureLine } from '../../../components/FailureLine'
import { Icon } from '../../../components/Icon'
import { useMe } from '../../../services/me'
import { useCommand } from '../../../services/use-command'
import { instantIn } from '../../duty/days'
import { useRefresh, useUnits } from '../../duty/use-roster'
import '../../duty/duty.css'

type Option = { value: string; label: string }
type Kind = 'watched' | 'promised'

/** From a case into the next shift's list. */
export function WatchCase({ caseId }: { caseId: string }) {
  const [isOpen, setOpen] = useState(false)
  const units = useShiftUnits()
  if (units.length === 0) return null
  return (
    <div className="case-watch">
      <Button type="text" size="small" icon={<Icon name="eye" />} onClick={() => setOpen(true)}>接着盯，写进交接单</Button>
      {isOpen && <WatchDialog caseId={caseId} units={units} onClose={() => setOpen(false)} />}
    </div>
  )
}

/** My units that work in shifts: elsewhere nobody would read the list. */
function useShiftUnits(): Option[] {
  const me = useMe()
  const units = useUnits()
  return units.filter(({ id, kind }) => handsOver(kind) && me.appointments.some(({ unitId }) => unitId === id)).map(({ id, name }) => ({ value: id, label: name }))
}

function WatchDialog({ caseId, units, onClose }: { caseId: string; units: Option[]; onClose: () => void }) {
  const [watchId] = useState(() => ulid())
  const [draft, setDraft] = useState({ kind: 'watched' as Kind, unitId: units[0]?.value ?? '', note: '', until: `${dayOf(new Date())}T20:00` })
  const change = (next: Partial<typeof draft>) => setDraft({ ...draft, ...next })
  const command = useCommand('handover.watch')
  const refresh = useRefresh()
  const { message } = App.useApp()
  const note = draft.note.trim()
  const save = async () => {
    if (!(await command.run({ watchId, caseId, unitId: draft.unitId, kind: draft.kind, note, until: instantIn(draft.until) }))) return
    await refresh()
    void message.success('写进交接单了，了结时在交接班里点“不用盯了”')
    onClose()
  }
  return (
    <Modal
      open title="写进交接单" okText="写进去" cancelText="先不写" onCancel={onClose} onOk={() => void save()} confirmLoading={command.isBusy}
      okButtonProps={{ disabled: !note || !draft.until || !draft.unitId }}
    >
      <div className="duty-form">
        <Segmented
          value={draft.kind} onChange={(kind: Kind) => change({ kind })}
          options={[{ value: 'watched', label: '接着盯' }, { value: 'promised', label: '答应过群众' }]}
        />
        {units.length > 1 && <Select aria-label="哪个单位的交接单" value={draft.unitId} options={units} onChange={(unitId: string) => change({ unitId })} />}
        <label htmlFor="watch-note">{draft.kind === 'promised' ? '答应了什么' : '盯什么'}</label>
        <Input.TextArea
          id="watch-note" value={draft.note} maxLength={200} showCount autoSize={{ minRows: 2, maxRows: 5 }} onChange={({ target }) => change({ note: target.value })}
          placeholder={draft.kind === 'promised' ? '如：今晚八点前回个电话' : '如：半小时看一次水位'}
        />
        <label>到什么时候 <input type="datetime-local" value={draft.until} onChange={({ target }) => change({ until: target.value })} /></label>
        <p className="tiny second">不要写姓名、电话和证件号，下一班从办件里看。</p>
        <FailureLine failure={command.failure} />
      </div>
    </Modal>
  )
}
