import { Text, View } from '@tarojs/components'
import './Facts.scss'

interface Fact {
  term: string
  words: string
  note?: string
}

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <View className="facts">
      {facts.map(({ term, words, note }) => (
        <View key={term} className="fact">
          <Text className="fact-term">{term}</Text>
          <View className="grow"><View>{words}</View>{note && <View className="second">{note}</View>}</View>
        </View>
      ))}
    </View>
  )
}
