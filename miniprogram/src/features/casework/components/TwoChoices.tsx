import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from '@/components/Icon'
import { Tap } from '@/components/Tap'
import './TwoChoices.scss'

interface TwoChoicesProps<T extends string> {
  choices: readonly { value: T; words: string; icon: IconName }[]
  value: T
  onChange: (value: T) => void
}

export function TwoChoices<T extends string>({ choices, value, onChange }: TwoChoicesProps<T>) {
  return (
    <View className="two" role="radiogroup">
      {choices.map((choice) => (
        <Tap key={choice.value} id={`verdict-${choice.value}`} role="radio" isChecked={choice.value === value}
          className={`two-one${choice.value === value ? ' on' : ''}`} onTap={() => onChange(choice.value)}>
          <Icon name={choice.icon} /><Text>{choice.words}</Text>
        </Tap>
      ))}
    </View>
  )
}
