import { linkTo } from './blobs'

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

interface Running {
  media: MediaRecorder
  timer: number
}

let running: Running | undefined
let isWanted = false

function record(stream: MediaStream, heard: Listener) {
  const media = new MediaRecorder(stream)
  const parts: Blob[] = []
  const startedAt = Date.now()
  media.ondataavailable = (event) => parts.push(event.data)
  media.onstop = () => {
    stream.getTracks().forEach((track) => track.stop())
    const path = linkTo(new Blob(parts, { type: media.mimeType }))
    heard.onStop({ path, seconds: Math.min(MOST_SECONDS, (Date.now() - startedAt) / 1000) })
  }
  media.start()
  running = { media, timer: window.setTimeout(stopRecording, MOST_SECONDS * 1000 - 200) }
  heard.onStart()
  if (!isWanted) stopRecording()
}

export function startRecording(heard: Listener) {
  isWanted = true
  if (!navigator.mediaDevices) return heard.onFail('浏览器不让这个地址用话筒，请用 https 打开，或者改成打字。')
  navigator.mediaDevices.getUserMedia({ audio: true }).then(
    (stream) => record(stream, heard),
    () => heard.onFail('没有打开话筒的许可，请在浏览器的地址栏里打开，或者改成打字。'),
  )
}

/** May come before the browser has opened the microphone; then the recording ends as soon as it begins. */
export function stopRecording() {
  isWanted = false
  if (!running) return
  window.clearTimeout(running.timer)
  if (running.media.state !== 'inactive') running.media.stop()
  running = undefined
}
