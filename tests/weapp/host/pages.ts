import type { Engine } from './engine'
import { translatePaths } from './events'
import type { Modules } from './modules'

interface PageInstance {
  route?: string
  __route__?: string
  options?: Record<string, string>
  setData: (data: Record<string, unknown>, done?: () => void) => void
  onLoad?: (query: Record<string, string>) => void
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
  onReachBottom?: () => void
}

interface Opened {
  path: string
  frame: HTMLElement
  roots: { release: () => void }[]
  page: PageInstance
}

const TAB_BAR = 'custom-tab-bar/index'

function parse(url: string): { path: string; query: Record<string, string> } {
  const [path = '', query = ''] = url.replace(/^\//, '').split('?')
  return { path, query: Object.fromEntries(new URLSearchParams(query)) }
}

/** The page stack: ten deep in WeChat, tab pages kept alive, each tab page with a bar of its own. */
export function createPages(engine: Engine, modules: () => Modules) {
  const stack: Opened[] = []
  const kept = new Map<string, Opened>()
  const tabs = new Set(window.bundle.configs.app?.tabBar?.list.map(({ pagePath }) => pagePath))
  const top = () => stack.at(-1)

  const attach = (path: string, frame: HTMLElement) => {
    const place = document.createElement('div')
    frame.append(place)
    const root = engine.associated.createRoot('page', engine.space, path)
    return { root, instance: root.get() as unknown as PageInstance, show: () => root.attach(frame as never, place as never) }
  }

  const make = (path: string, query: Record<string, string>): Opened => {
    modules().load(path)
    const frame = document.createElement('div')
    frame.className = 'frame'
    frame.dataset.path = path
    document.body.append(frame)
    const { root, instance: page, show } = attach(path, frame)
    Object.assign(page, { route: path, __route__: path, options: query })
    translatePaths(page)
    const opened: Opened = { path, frame, page, roots: [root as unknown as { release: () => void }] }
    stack.push(opened)
    page.onLoad?.(query)
    show()
    if (tabs.has(path) && window.bundle.scripts[TAB_BAR]) opened.roots.push(addTabBar(frame))
    page.onShow?.()
    setTimeout(() => page.onReady?.())
    return opened
  }

  const addTabBar = (frame: HTMLElement) => {
    modules().load(TAB_BAR)
    const { root, instance, show } = attach(TAB_BAR, frame)
    translatePaths(instance)
    show()
    return root as unknown as { release: () => void }
  }

  const draw = () => {
    document.querySelectorAll<HTMLElement>('.frame').forEach((frame) => { frame.hidden = frame !== top()?.frame })
    window.scrollTo(0, 0)
  }
  const close = (opened: Opened | undefined) => {
    if (!opened) return
    opened.page.onUnload?.()
    opened.roots.forEach((root) => root.release())
    opened.frame.remove()
    kept.delete(opened.path)
  }
  const open = (url: string) => {
    const { path, query } = parse(url)
    top()?.page.onHide?.()
    const opened = make(path, query)
    if (tabs.has(path)) kept.set(path, opened)
    draw()
  }
  const back = (steps = 1) => {
    for (let step = 0; step < steps && stack.length > 1; step += 1) close(stack.pop())
    top()?.page.onShow?.()
    draw()
  }
  const switchTab = (url: string) => {
    const { path } = parse(url)
    while (stack.length > 0 && !tabs.has(top()?.path ?? '')) close(stack.pop())
    const left = stack.pop()
    if (left && left.path !== path) left.page.onHide?.()
    const again = kept.get(path)
    if (again) {
      stack.push(again)
      again.page.onShow?.()
    } else kept.set(path, make(path, {}))
    draw()
  }
  return {
    open, back, switchTab,
    redirect: (url: string) => { close(stack.pop()); open(url) },
    relaunch: (url: string) => { while (stack.length > 0) close(stack.pop()); [...kept.values()].forEach(close); open(url) },
    instances: () => stack.map(({ page }) => page),
    route: () => top()?.path ?? '',
    reachBottom: () => top()?.page.onReachBottom?.(),
  }
}

export type Pages = ReturnType<typeof createPages>
