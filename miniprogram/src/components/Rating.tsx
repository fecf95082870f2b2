import { Text, View } from '@tarojs/components'
import { scoreLabels } from '@xiangli/shared/casework/labels'
import { Icon } from './Icon'
import { Tap } from './Tap'
import './Rating.scss'

interface RatingProps {
  score: number
  onChange: (score: number) => void
}

const SCORES = [1, 2, 3, 4, 5] as const

export function Rating({ score, onChange }: RatingProps) {
  return (
    <View className="stack">
      <View className="row between">
        <Text className="b">您给几分</Text>
        <Text className="rating-said">{score > 0 ? `${score} 分 · ${scoreLabels[score]}` : ''}</Text>
      </View>
      <View className="rating" role="radiogroup" aria-label="您给几分">
        {SCORES.map((each) => (
          <Tap key={each} id={`score-${each}`} role="radio" isChecked={each === score} className={`rating-star${each <= score ? ' on' : ''}`}
            label={`${each} 分，${scoreLabels[each]}`} onTap={() => onChange(each)}>
            <Icon name={each <= score ? 'star-full' : 'star'} size="xl" />
          </Tap>
        ))}
      </View>
    </View>
  )
}
