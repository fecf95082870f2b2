import { slotDayLabels } from '@xiangli/shared/duty/labels'
import type { Slot } from '@xiangli/shared/duty/shifts'
import { Button, Input, Select } from 'antd'
import { Icon } from '../../../components/Icon'

const MOST = 4
const days = Object.entries(slotDayLabels).map(([value, label]) => ({ value: value as Slot['days'], label }))

export function SlotRows({ slots, onChange }: { slots: Slot[]; onChange: (slots: Slot[]) => void }) {
  const change = (at: number, next: Partial<Slot>) => onChange(slots.map((slot, n) => (n === at ? { ...slot, ...next } : slot)))
  return (
    <div className="duty-slots">
      {slots.map((slot, at) => (
        <div key={at} className="row">
          <Input aria-label="班次名称" value={slot.name} maxLength={10} onChange={({ target }) => change(at, { name: target.value })} />
          <Select aria-label={`${slot.name} 哪些天`} value={slot.days} options={days} onChange={(value) => change(at, { days: value })} />
          <input type="time" aria-label={`${slot.name} 开始`} value={slot.from} onChange={({ target }) => change(at, { from: target.value })} />
          <span className="second">到</span>
          <input type="time" aria-label={`${slot.name} 结束`} value={slot.to} onChange={({ target }) => change(at, { to: target.value })} />
          <span className="tiny second duty-over">{slot.to <= slot.from ? '次日' : ''}</span>
          <Button type="text" size="small" aria-label={`去掉 ${slot.name}`} onClick={() => onChange(slots.filter((_, n) => n !== at))}><Icon name="close" /></Button>
        </div>
      ))}
      {slots.length < MOST && (
        <button type="button" className="link small" onClick={() => onChange([...slots, { name: '班次', days: 'everyDay', from: '08:30', to: '18:00' }])}><Icon name="plus" /> 加一种班次</button>
      )}
    </div>
  )
}
