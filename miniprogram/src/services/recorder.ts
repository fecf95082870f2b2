import Taro from '@tarojs/taro'

export const MOST_SECONDS = 60

export interface Recorded {
  path: string
  seconds: number
}

interface Listener {
  onStart: () => void
  onStop: (recorded: Recorded) => void
  onFail: (words: string) => void
}

let listener: Listener | undefined
let isReady = false

const wordsFor = (reason: string) =>
  /auth|deny|privacy|permission/.test(reason) ? '没有打开话筒的许可，可在微信的“设置”里打开。' : '没有录上，请再按住说一遍。'

/** WeChat has one recorder for the whole program, and its listeners cannot be taken off. */
function ready() {
  const recorder = Taro.getRecorderManager()
  if (!isReady) {
    recorder.onStart(() => listener?.onStart())
    recorder.onStop(({ tempFilePath, duration }) => listener?.onStop({ path: tempFilePath, seconds: duration / 1000 }))
    recorder.onError(({ errMsg }) => listener?.onFail(wordsFor(errMsg)))
    isReady = true
  }
  return recorder
}

export function startRecording(heard: Listener) {
  listener = heard
  ready().start({ duration: MOST_SECONDS * 1000, format: 'mp3', sampleRate: 16000, numberOfChannels: 1, encodeBitRate: 48000 })
}

export function stopRecording() {
  ready().stop()
}
