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
let isRunning = false
/** False once the thumb is off, which may be before WeChat has been allowed to begin. */
let isWanted = false

const wordsFor = (reason: string) =>
  /auth|deny|privacy|permission/.test(reason) ? '没有打开话筒的许可，可以打字，也可以在微信的“设置”里打开。' : '没有录上，请再按住说一遍。'

function started() {
  isRunning = true
  if (isWanted) listener?.onStart()
  else Taro.getRecorderManager().stop()
}

function stopped({ tempFilePath, duration }: { tempFilePath: string; duration: number }) {
  isRunning = false
  // Begun after the thumb had gone, as when leave was asked first: nothing was said yet.
  if (!isWanted && duration < 500) listener?.onFail('话筒开好了，按住再说。')
  else listener?.onStop({ path: tempFilePath, seconds: duration / 1000 })
}

/** WeChat has one recorder for the whole program, and its listeners cannot be taken off. */
function ready() {
  const recorder = Taro.getRecorderManager()
  if (!isReady) {
    recorder.onStart(started)
    recorder.onStop(stopped)
    recorder.onError(({ errMsg }) => { isRunning = false; listener?.onFail(wordsFor(errMsg)) })
    isReady = true
  }
  return recorder
}

export function startRecording(heard: Listener) {
  listener = heard
  isWanted = true
  ready().start({ duration: MOST_SECONDS * 1000, format: 'mp3', sampleRate: 16000, numberOfChannels: 1, encodeBitRate: 48000 })
}

export function stopRecording() {
  isWanted = false
  if (isRunning) ready().stop()
}
