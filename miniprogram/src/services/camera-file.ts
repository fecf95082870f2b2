import type Taro from '@tarojs/taro'

/** WeChat has made the photo smaller by itself. */
export const temporaryPath = (file: Taro.chooseMedia.ChooseMedia): Promise<string> => Promise.resolve(file.tempFilePath)
