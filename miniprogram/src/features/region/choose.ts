import Taro from '@tarojs/taro'

export interface Chosen {
  id: string
  name: string
}

const PAGE = '/features/region/pages/village/index'
const CHOSEN = 'region.villageChosen'

export const chooseOwnVillage = () => void Taro.navigateTo({ url: `${PAGE}?for=me` })

/** For a request: some village, not one's own for good. */
export function chooseVillage(onChosen: (village: Chosen) => void) {
  Taro.eventCenter.off(CHOSEN)
  Taro.eventCenter.once(CHOSEN, onChosen)
  void Taro.navigateTo({ url: `${PAGE}?for=place` })
}

export const tellChosen = (village: Chosen) => Taro.eventCenter.trigger(CHOSEN, village)
