import { usualSlots } from '@xiangli/shared/duty/labels'
import { MOST_PLANNED_DAYS } from '@xiangli/shared/duty/rules'
import type { Desk, Pattern } from '@xiangli/shared/duty/shifts'
import { dayAfter, dayOf } from '@xiangli/shared/core/time'
import { App, Button, Checkbox, Modal, Select } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../components/FailureLine'
import { useCommand } from '../../../services/use-command'
import { useQuery } from '../../../services/use-query'
import { useRefresh } from '../use-roster'
import { PlanPreview } from './PlanPreview'
import { SlotRows } from './SlotRows'

type Props = { unitId: string; desk: Desk; standing: Pattern | undefined; onClose: () => void }

/** First what it would write, then the writing. */
export function PlanDialog({ unitId, desk, standing, onClose }: Props) {
  const today = dayOf(new Date())
  const people = useQuery('duty.listPeople', { unitId })
  const [pattern, setPattern] = useState<Pattern>(standing ?? { slots: [...usualSlots], personIds: [], hasBackup: true })
  const [period, setPeriod] = useState({ from: today, to: dayAfter(today, 27) })
  const [options, setOptions] = useState({ replaces: false, goesOn: true })
  const [isShown, setShown] = useState(false)
  const command = useCommand('duty.planShifts')
  const refresh = useRefresh()
  const { message } = App.useApp()
  const plan = { unitId, desk, pattern, ...period, replaces: options.replaces }
  const isReady = pattern.personIds.length > 0 && pattern.slots.length > 0 && period.from !== '' && period.to !== ''
  const change = (next: Partial<Pattern>) => {
    setShown(false)
    setPattern({ ...pattern, ...next })
  }
  const write = async () => {
    const done = await command.run({ ...plan, goesOn: options.goesOn })
    if (!done) return
    await refresh()
    void message.success(`排好了：新增 ${done.added} 个班${done.kept > 0 ? `，${done.kept} 个原来就有，没有动` : ''}`)
    onClose()
  }
  return (
    <Modal
      open width={680} title="轮班" onCancel={onClose}
      footer={[
        <Button key="stop" onClick={onClose}>先不排</Button>,
        <Button key="see" disabled={!isReady} onClick={() => setShown(true)}>预览</Button>,
        <Button key="write" type="primary" disabled={!isReady || !isShown} loading={command.isBusy} onClick={() => void write()}>写进值班表</Button>,
      ]}
    >
      <div className="duty-form">
        <label htmlFor="plan-people">谁来轮（按选的先后）</label>
        <Select
          id="plan-people" mode="multiple" className="duty-wide" value={pattern.personIds} loading={people.isPending} optionFilterProp="label" placeholder="选这个单位的人"
          options={(people.data?.items ?? []).filter(({ isOfParent }) => !isOfParent).map(({ personId, name, title }) => ({ value: personId, label: title ? `${name}，${title}` : name }))}
          onChange={(personIds: string[]) => change({ personIds })}
        />
        <span className="small second">班次</span>
        <SlotRows slots={pattern.slots} onChange={(slots) => change({ slots })} />
        <div className="row duty-dates">
          <label>从 <input type="date" value={period.from} min={today} onChange={({ target }) => { setShown(false); setPeriod({ ...period, from: target.value }) }} /></label>
          <label>到 <input type="date" value={period.to} min={period.from} max={period.from ? dayAfter(period.from, MOST_PLANNED_DAYS - 1) : undefined} onChange={({ target }) => { setShown(false); setPeriod({ ...period, to: target.value }) }} /></label>
          <span className="tiny second">一次最长三个月</span>
        </div>
        <Checkbox checked={pattern.hasBackup} onChange={({ target }) => change({ hasBackup: target.checked })}>每班带一个备班（下一个轮到的人）</Checkbox>
        <Checkbox checked={options.goesOn} onChange={({ target }) => setOptions({ ...options, goesOn: target.checked })}>到期前自动往后排，总留出四周</Checkbox>
        <Checkbox checked={options.replaces} onChange={({ target }) => { setShown(false); setOptions({ ...options, replaces: target.checked }) }}>换掉这段时间里还没开始的班</Checkbox>
        {isShown && <PlanPreview plan={plan} />}
        <FailureLine failure={command.failure} />
      </div>
    </Modal>
  )
}
