import { readable, temporaryFile } from './files'
import { privacyAgreed, REFUSED } from './privacy'
import { type Callbacks, refuse, reply } from './reply'

type Heard = (event: never) => void

const fixture = async (name: string): Promise<Blob> => (await fetch(`/weapp-runner/${name}`)).blob()

async function chooseMedia(options: Callbacks) {
  if (!(await privacyAgreed())) return refuse(options, `chooseMedia:${REFUSED}`)
  const photo = await fixture('photo.jpg')
  const tempFilePath = await temporaryFile(photo, 'photo.jpg')
  return reply(options, { type: 'image', tempFiles: [{ tempFilePath, size: photo.size, fileType: 'image' }] })
}

let startedAt: number | undefined
const heard: Record<string, Heard | undefined> = {}
const tell = (name: string, event: object = {}) => heard[name]?.(event as never)

async function begin() {
  if (!(await privacyAgreed())) return tell('error', { errMsg: `operateRecorder:${REFUSED}` })
  startedAt = Date.now()
  return tell('start')
}

/** The sound is always the same; only its length is the person's. */
async function end() {
  if (startedAt === undefined) return
  const duration = Date.now() - startedAt
  startedAt = undefined
  tell('stop', { tempFilePath: await temporaryFile(await fixture('voice.mp3'), 'voice.mp3'), duration })
}

const recorder = {
  onStart: (listener: Heard) => { heard.start = listener },
  onStop: (listener: Heard) => { heard.stop = listener },
  onError: (listener: Heard) => { heard.error = listener },
  start: () => { void begin() },
  stop: () => { void end() },
}

function createAudio() {
  const audio = new Audio()
  const on = (type: string) => (listener: () => void) => audio.addEventListener(type, listener)
  return {
    get src() { return audio.src },
    set src(path: string) { audio.src = readable(path) },
    get currentTime() { return audio.currentTime },
    get duration() { return audio.duration },
    play: () => { void audio.play().catch(() => undefined) },
    stop: () => { audio.pause(); audio.currentTime = 0; audio.dispatchEvent(new Event('stop')) },
    pause: () => audio.pause(),
    destroy: () => audio.removeAttribute('src'),
    onPlay: on('play'), onTimeUpdate: on('timeupdate'), onEnded: on('ended'), onStop: on('stop'), onError: on('error'),
  }
}

export const media = {
  chooseMedia,
  getRecorderManager: () => recorder,
  createInnerAudioContext: createAudio,
  previewImage: (options: Callbacks & { current: string }) => { window.weapp.noted.push({ kind: 'preview', words: options.current }); return reply(options) },
}
