import type { Engine } from './engine'
import { translateEvents } from './events'

export interface AppOptions {
  onLaunch?: (options: Launch) => void
  onShow?: (options: Launch) => void
}

export interface Launch {
  path: string
  query: Record<string, string>
  scene: number
}

interface Loaded {
  exports: unknown
}

interface ComponentOptions {
  methods?: Record<string, unknown>
  behaviors?: unknown
  externalClasses?: unknown
}

/** Taro leaves empty objects where WeChat takes lists; WeChat passes over them. */
const withoutEmpty = ({ behaviors, externalClasses, ...options }: ComponentOptions) => ({
  ...options,
  ...(Array.isArray(behaviors) && { behaviors }),
  ...(Array.isArray(externalClasses) && { externalClasses }),
})

interface Surroundings {
  engine: Engine
  wx: unknown
  currentPages: () => unknown[]
}

/** Things a browser has and WeChat's script engine has not. */
const SHADOWED = ['window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'indexedDB', 'XMLHttpRequest', 'fetch',
  'WebSocket', 'requestAnimationFrame', 'cancelAnimationFrame', 'Blob', 'File', 'FormData', 'Image', 'Audio', 'crypto']

const timers = {
  setTimeout: window.setTimeout.bind(window), clearTimeout: window.clearTimeout.bind(window),
  setInterval: window.setInterval.bind(window), clearInterval: window.clearInterval.bind(window),
}

/** What `global` and `self` are in WeChat: the language and nothing else. */
const bare = { Object, Array, Math, Date, JSON, Promise, Symbol, Map, Set, WeakMap, Error, ...timers }

const folderOf = (path: string): string[] => path.split('/').slice(0, -1)

function resolve(from: string, wanted: string): string {
  const parts = wanted.startsWith('/') ? [] : folderOf(from)
  for (const step of wanted.replace(/\.js$/, '').split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.' && step !== '') parts.push(step)
  }
  return parts.join('/')
}

/** WeChat's module loader: each file once, with WeChat's globals and none of the browser's. */
export function createModules({ engine, wx, currentPages }: Surroundings) {
  const loaded = new Map<string, Loaded>()
  const state: { app?: AppOptions } = {}

  const run = (path: string, source: string, module: Loaded) => engine.space.componentEnv(path, ({ Page, Component, Behavior }) => {
    const given = {
      ...timers, wx, Behavior, module, exports: module.exports, global: bare, self: bare, globalThis: bare,
      require: (wanted: string) => load(resolve(path, wanted)),
      App: (options: AppOptions) => { state.app = options },
      getApp: () => state.app,
      getCurrentPages: currentPages,
      Page: (options: Record<string, unknown>) => { translateEvents(options); Page(options as never) },
      Component: (options: ComponentOptions) => {
        translateEvents(options.methods)
        Component(withoutEmpty(options) as never)
      },
    }
    const names = [...Object.keys(given), ...SHADOWED]
    new Function(...names, `${source}\n//# sourceURL=weapp:///${path}.js`).call(undefined, ...Object.values(given))
  })

  function load(path: string): unknown {
    const known = loaded.get(path)
    if (known) return known.exports
    const source = window.bundle.scripts[path]
    if (source === undefined) throw new Error(`no module ${path}`)
    const module: Loaded = { exports: {} }
    loaded.set(path, module)
    run(path, source, module)
    return module.exports
  }
  return { load, app: () => state.app }
}

export type Modules = ReturnType<typeof createModules>
