import { View } from '@tarojs/components'
import { SwitchRow } from '@/components/SwitchRow'
import { write, type Draft } from '../draft'

/** One plain switch: with it nobody of the village has the case or sees it. */
export function AboutVillage({ draft: { isAboutVillage } }: { draft: Draft }) {
  return (
    <View className="card list">
      <SwitchRow
        id="about-village" words="反映的是村干部或村里的单位" isOn={isAboutVillage === true} onChange={(isOn) => write({ isAboutVillage: isOn || undefined })}
        note={isAboutVillage ? '直接交给乡镇办，村里的人看不到，也不公开' : '打开后直接交给乡镇，不经过村里'}
      />
    </View>
  )
}
