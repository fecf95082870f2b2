import { View } from '@tarojs/components'
import { Tap } from './Tap'
import './Chips.scss'

interface ChipsProps<T extends string> {
  label: string
  options: readonly { value: T; words: string }[]
  value: T
  onChange: (value: T) => void
}

/** A small choice whose options fit in a row. */
export function Chips<T extends string>({ label, options, value, onChange }: ChipsProps<T>) {
  return (
    <View className="chips" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <Tap key={option.value} id={`choose-${option.value}`} role="radio" isChecked={option.value === value} className={`chip${option.value === value ? ' on' : ''}`} onTap={() => onChange(option.value)}>
          {option.words}
        </Tap>
      ))}
    </View>
  )
}
