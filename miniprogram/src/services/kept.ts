import Taro from '@tarojs/taro'

/** A temporary file is gone when WeChat closes: what a draft or the queue needs is copied to stay. */
export function keepFile(temporary: string): Promise<string> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: temporary,
      success: (saved) => resolve('savedFilePath' in saved ? String(saved.savedFilePath) : temporary),
      fail: (failure) => reject(new Error(failure.errMsg)),
    })
  })
}

export const openFile = (ref: string): Promise<string> => Promise.resolve(ref)

export function dropFile(ref: string) {
  Taro.getFileSystemManager().unlink({ filePath: ref, fail: () => undefined })
}
