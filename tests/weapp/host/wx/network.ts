import { blobOf } from './files'
import { type Callbacks, refuse, reply } from './reply'

interface RequestOptions extends Callbacks { url: string; method?: string; header?: Record<string, string>; data?: unknown; timeout?: number }
interface UploadOptions extends Callbacks { url: string; filePath: string; name: string; header?: Record<string, string>; formData?: Record<string, string> }
interface SocketOptions extends Callbacks { url: string }
type Heard = (event: Record<string, unknown>) => void

const listeners = new Set<(status: { isConnected: boolean; networkType: string }) => void>()
const sockets = new Set<WebSocket>()

const headersOf = (answer: Response): Record<string, string> => Object.fromEntries(answer.headers)
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function send(options: RequestOptions) {
  if (!window.weapp.phone.isOnline) return refuse(options, 'request:fail')
  const { url, method = 'GET', header, data } = options
  try {
    const answer = await fetch(url, { method, headers: header, body: method === 'GET' ? undefined : JSON.stringify(data), credentials: 'omit' })
    return reply(options, { statusCode: answer.status, data: parsed(await answer.text()), header: headersOf(answer) })
  } catch (cause) {
    return refuse(options, `request:fail ${String(cause)}`)
  }
}

async function upload(options: UploadOptions) {
  const file = await blobOf(options.filePath)
  if (!file || !window.weapp.phone.isOnline) return refuse(options, 'uploadFile:fail')
  const form = new FormData()
  Object.entries(options.formData ?? {}).forEach(([name, value]) => form.append(name, value))
  form.append(options.name, file, options.filePath.split('/').pop())
  try {
    const answer = await fetch(options.url, { method: 'POST', headers: options.header, body: form, credentials: 'omit' })
    return reply(options, { statusCode: answer.status, data: await answer.text(), header: headersOf(answer) })
  } catch (cause) {
    return refuse(options, `uploadFile:fail ${String(cause)}`)
  }
}

function connect(options: SocketOptions) {
  const socket = new WebSocket(options.url)
  socket.binaryType = 'arraybuffer'
  sockets.add(socket)
  const task = {
    onOpen: (heard: Heard) => { socket.onopen = () => heard({}) },
    onMessage: (heard: Heard) => { socket.onmessage = ({ data }) => heard({ data }) },
    onClose: (heard: Heard) => { socket.onclose = ({ code }) => { sockets.delete(socket); heard({ code }) } },
    onError: (heard: Heard) => { socket.onerror = () => heard({ errMsg: 'fail' }) },
    send: ({ data, ...callbacks }: Callbacks & { data: string | ArrayBuffer }) => { socket.send(data); void reply(callbacks) },
    close: () => socket.close(),
  }
  void reply(options)
  return task
}

const task = (run: Promise<unknown>) => {
  // A call without callbacks has nobody to tell; WeChat drops it too.
  run.catch(() => undefined)
  return { abort: () => undefined, onProgressUpdate: () => undefined, onHeadersReceived: () => undefined }
}

const typeNow = () => (window.weapp.phone.isOnline ? 'wifi' : 'none')

/** A phone without a network is still without one when WeChat is opened again. */
export const keptPhone = (): { isOnline?: boolean } => JSON.parse(sessionStorage.getItem('phone') ?? '{}') as { isOnline?: boolean }

export function setOnline(isOnline: boolean) {
  sessionStorage.setItem('phone', JSON.stringify({ isOnline }))
  window.weapp.phone.isOnline = isOnline
  if (!isOnline) sockets.forEach((socket) => socket.close())
  listeners.forEach((heard) => heard({ isConnected: isOnline, networkType: typeNow() }))
}

export const network = {
  request: (options: RequestOptions) => task(Promise.resolve(send(options))),
  uploadFile: (options: UploadOptions) => task(Promise.resolve(upload(options))),
  downloadFile: (options: RequestOptions) => task(Promise.resolve(reply(options, { statusCode: 200, tempFilePath: options.url }))),
  connectSocket: connect,
  getNetworkType: (options?: Callbacks) => reply(options, { networkType: typeNow() }),
  onNetworkStatusChange: (heard: (status: { isConnected: boolean; networkType: string }) => void) => { listeners.add(heard) },
}
