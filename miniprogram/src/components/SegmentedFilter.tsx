import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tap } from './Tap'
import './SegmentedFilter.scss'

interface Choice<T extends string> {
  value: T
  words: string
  count?: string
}

interface SegmentedFilterProps<T extends string> {
  choices: readonly Choice<T>[]
  value: T
  onChange: (value: T) => void
  trail?: ReactNode
}

export function SegmentedFilter<T extends string>({ choices, value, onChange, trail }: SegmentedFilterProps<T>) {
  return (
    <View className="seg">
      <View className="seg-choices" role="tablist">
        {choices.map((choice) => (
          <Tap key={choice.value} id={`show-${choice.value}`} role="tab" className={`seg-one${choice.value === value ? ' on' : ''}`} onTap={() => onChange(choice.value)}>
            {choice.words}{choice.count && <Text className="seg-count">{choice.count}</Text>}
          </Tap>
        ))}
      </View>
      {trail}
    </View>
  )
}
