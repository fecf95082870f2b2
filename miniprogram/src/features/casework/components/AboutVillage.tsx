import { Text, View } from '@tarojs/components'
import { Tap } from '@/components/Tap'
import { write, type Draft } from '../draft'
import './ForPerson.scss'

/** One plain switch: with it nobody of the village has the case or sees it. */
export function AboutVillage({ draft: { isAboutVillage } }: { draft: Draft }) {
  return (
    <View className="card list">
      <Tap id="about-village" role="switch" isChecked={isAboutVillage === true} className="cell person-row" onTap={() => write({ isAboutVillage: isAboutVillage ? undefined : true })}>
        <View className="grow"><View className="b">反映的是村干部或村里的单位</View><View className="second">{isAboutVillage ? '直接交给乡镇办，村里的人看不到，也不公开' : '打开后直接交给乡镇，不经过村里'}</View></View>
        <Text className="link">{isAboutVillage ? '不是了' : '是'}</Text>
      </Tap>
    </View>
  )
}
