import type Taro from '@tarojs/taro'
import { linkTo } from './blobs'

const LONGEST = 2048
const QUALITY = 0.85

/** A phone's camera makes 12 MB where 500 KB show the same ditch; kinds the browser cannot draw go as they are. */
async function smaller(original: Blob): Promise<Blob> {
  const picture = await createImageBitmap(original).catch(() => undefined)
  if (!picture) return original
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  return drawn && drawn.size < original.size ? drawn : original
}

export async function temporaryPath(file: Taro.chooseMedia.ChooseMedia): Promise<string> {
  const original = (file as { originalFileObj?: Blob }).originalFileObj
  if (!original) throw new Error('the browser gave no file')
  return linkTo(await smaller(original))
}
