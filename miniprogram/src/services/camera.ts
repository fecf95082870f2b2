import Taro from '@tarojs/taro'
import { temporaryPath } from './camera-file'
import { keepFile, openFile } from './kept'

export interface PickedPhoto {
  /** Where the kept copy is; it outlives the session. */
  ref: string
  url: string
}

interface Outcome {
  picked: PickedPhoto[]
  /** What to tell, when it did not work for a reason the person can mend. */
  refusal?: string
}

const keepAll = (files: readonly Taro.chooseMedia.ChooseMedia[]): Promise<PickedPhoto[]> =>
  Promise.all(files.map(async (file) => {
    const ref = await keepFile(await temporaryPath(file))
    return { ref, url: await openFile(ref) }
  }))

export async function pickPhotos(most: number): Promise<Outcome> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: most, mediaType: ['image'], sourceType: ['camera', 'album'], sizeType: ['compressed'] })
    return { picked: await keepAll(tempFiles.slice(0, most)) }
  } catch (cause) {
    const reason = String((cause as { errMsg?: string }).errMsg ?? cause)
    if (/cancel|abort/.test(reason)) return { picked: [] }
    if (/auth|privacy|permission/.test(reason)) return { picked: [], refusal: '没有打开相机或相册的许可，可在微信的“设置”里打开。' }
    return { picked: [], refusal: '照片没有取到，请再试一次。' }
  }
}
