import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Icon } from '@/components/Icon'
import { MapCard } from '@/components/MapCard'
import { useGround } from '@/features/region/use-ground'
import { placeWords } from '../say'

const canNavigate = process.env.TARO_ENV === 'weapp'

/** Where to go, for whoever goes there. */
export function CasePlace({ view }: { view: CaseView }) {
  const { point, villageId, gridId, gridName, townName } = view.place
  const { shapes } = useGround(point && villageId, gridId)
  const facts = (
    <View className="map-fact">
      <Icon name="pin" />
      <View className="grow"><View className="b">{placeWords(view)}</View><View className="second">{[townName, gridName].filter(Boolean).join(' ')}</View></View>
    </View>
  )
  if (!point) return <View className="card">{facts}</View>
  const lead = () => void Taro.openLocation({ longitude: point[0], latitude: point[1], name: view.title })
  return <MapCard centre={point} point={point} shapes={shapes} tip={canNavigate ? { words: '带我去', onTap: lead } : undefined}>{facts}</MapCard>
}
