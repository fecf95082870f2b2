import Taro from '@tarojs/taro'
import type { PickedPhoto } from '@/components/PhotoPicker'
import { keepFile, openFile } from './kept'

interface Outcome {
  picked: PickedPhoto[]
  /** What to tell, when it did not work for a reason the person can mend. */
  refusal?: string
}

const keepAll = (paths: readonly string[]): Promise<PickedPhoto[]> =>
  Promise.all(paths.map(async (path) => {
    const ref = await keepFile(path)
    return { ref, url: await openFile(ref) }
  }))

export async function pickPhotos(most: number): Promise<Outcome> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: most, mediaType: ['image'], sourceType: ['camera', 'album'], sizeType: ['compressed'] })
    return { picked: await keepAll(tempFiles.map((file) => file.tempFilePath)) }
  } catch (cause) {
    const reason = String((cause as { errMsg?: string }).errMsg ?? cause)
    if (/cancel/.test(reason)) return { picked: [] }
    if (/auth|privacy|permission/.test(reason)) return { picked: [], refusal: '没有打开相机或相册的许可，可在微信的“设置”里打开。' }
    return { picked: [], refusal: '照片没有取到，请再试一次。' }
  }
}
