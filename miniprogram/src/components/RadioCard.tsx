import { Text, View } from '@tarojs/components'
import { Tap } from './Tap'
import './RadioCard.scss'

interface Option<T extends string> {
  value: T
  words: string
  note?: string
}

interface RadioCardProps<T extends string> {
  options: readonly Option<T>[]
  value: T
  onChange: (value: T) => void
  label: string
}

export function RadioCard<T extends string>({ options, value, onChange, label }: RadioCardProps<T>) {
  return (
    <View className="card list" role="radiogroup" aria-label={label}>
      {options.map((option) => {
        const isOn = option.value === value
        return (
          <Tap key={option.value} id={`choose-${option.value}`} role="radio" isChecked={isOn} className={`cell option${isOn ? ' on' : ''}`} onTap={() => onChange(option.value)}>
            <View className="radio" />
            <View className="grow">
              <Text className={isOn ? 'b' : ''}>{option.words}</Text>
              {option.note && <View className="second">{option.note}</View>}
            </View>
          </Tap>
        )
      })}
    </View>
  )
}
