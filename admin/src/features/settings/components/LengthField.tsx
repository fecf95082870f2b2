import type { Pace } from '@xiangli/shared/casework/settings/shape'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { inHours } from '../hours'
import { FieldFrame } from './FieldFrame'

const unitsOf = (pace: Pace) => [
  { value: 1, label: '分钟' },
  { value: 60, label: '小时' },
  pace === 'working' ? { value: 420, label: '个工作日' } : { value: 1440, label: '天' },
]

const best = (minutes: number, pace: Pace): number => unitsOf(pace).map(({ value }) => value).findLast((unit) => minutes > 0 && minutes % unit === 0) ?? 1

type Props = { id: string; label: string; value: number; pace: Pace; wrong?: string | undefined; hint?: string; isOff?: boolean; onChange: (minutes: number) => void }

/** A length of time as people say it: a number and a unit, kept in minutes. */
export function LengthField({ id, label, value, pace, wrong, hint, isOff, onChange }: Props) {
  const [chosen, setUnit] = useState(() => best(value, pace))
  const unit = value % chosen === 0 && unitsOf(pace).some((each) => each.value === chosen) ? chosen : best(value, pace)
  return (
    <FieldFrame id={id} label={label} wrong={wrong} hint={hint ?? (unit === 1 && inHours(value))}>
      <span className="set-length">
        <Input
          id={id} type="number" min={0} inputMode="numeric" disabled={isOff ?? false} value={value / unit} aria-invalid={Boolean(wrong)} aria-describedby={`${id}-note`}
          onChange={(event) => onChange(Math.max(0, Math.round(Number(event.target.value) * unit)))}
        />
        <Select aria-label={`${label}的单位`} disabled={isOff ?? false} value={unit} options={unitsOf(pace)} onChange={(next: number) => { setUnit(next); onChange(Math.max(1, Math.round(value / unit)) * next) }} />
      </span>
    </FieldFrame>
  )
}
