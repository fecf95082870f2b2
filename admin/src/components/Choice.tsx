import { Select } from 'antd'
import './choice.css'
import { Icon } from './Icon'

type ChoiceProps = { name: string; value: string; options: { value: string; label: string }[]; onChange: (value: string) => void }

/** A small select that says its own name: 状态 在办. */
export function Choice({ name, value, options, onChange }: ChoiceProps) {
  return (
    <label className="filter">
      <span>{name}</span>
      <Select
        value={value} options={options} variant="borderless" popupMatchSelectWidth={false} aria-label={name}
        onChange={onChange} suffixIcon={<Icon name="down" />}
      />
    </label>
  )
}
