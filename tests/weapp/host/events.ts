interface EngineEvent {
  type: string
  timeStamp?: number
  detail: unknown
  target: EngineElement
  currentTarget: EngineElement
}

interface EngineElement {
  id?: string
  dataset?: Record<string, unknown>
}

type Handler = (this: unknown, event: unknown) => unknown

const plain = ({ id = '', dataset = {} }: EngineElement) => ({ id, dataset: { ...dataset } })

/** The event as a WeChat page receives it: no elements, only their ids and data. */
const asWechat = (event: EngineEvent) => ({
  type: event.type, timeStamp: event.timeStamp ?? Date.now(), target: plain(event.target), currentTarget: plain(event.currentTarget),
  detail: event.detail ?? {}, touches: [], changedTouches: [], mark: {},
})

/** Taro hears everything through one method, `eh`. */
export function translateEvents(methods: Record<string, unknown> | undefined) {
  const hear = methods?.eh as Handler | undefined
  if (!methods || !hear) return
  methods.eh = function translated(this: unknown, event: EngineEvent) {
    return hear.call(this, asWechat(event))
  }
}

interface Settable {
  setData: (data: Record<string, unknown>, done?: () => void) => void
}

/** Taro writes paths as `cn.[0]`; the engine reads `cn[0]`. */
export function translatePaths(page: Settable) {
  const setData = page.setData
  page.setData = function translated(data, done) {
    const paths = Object.entries(data).map(([path, value]) => [path.replaceAll('.[', '['), value])
    setData.call(page, Object.fromEntries(paths) as Record<string, unknown>, done)
  }
}
