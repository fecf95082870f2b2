import Taro from '@tarojs/taro'
import type { LonLat } from '@/components/MapView'
import { ASKED, toShared } from './coordinates'

interface Here {
  point?: LonLat
  refusal?: string
}

/** Asked for only at a tap, never by itself. */
export async function whereAmI(): Promise<Here> {
  try {
    const { longitude, latitude } = await Taro.getLocation({ type: ASKED, isHighAccuracy: true })
    return { point: toShared([longitude, latitude]) }
  } catch (cause) {
    const reason = String((cause as { errMsg?: string }).errMsg ?? cause)
    if (/auth|denied|privacy|permission/i.test(reason)) return { refusal: '没有打开位置的许可，可以直接在图上点，或者用字说。' }
    return { refusal: '没有找到您的位置，可以直接在图上点，或者用字说。' }
  }
}
