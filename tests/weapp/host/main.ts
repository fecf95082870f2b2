import { standInForElements } from './elements'
import { fillSpace, startEngine } from './engine'
import { createModules, type Modules } from './modules'
import { createPages } from './pages'
import { files } from './wx/files'
import { map, moveMap } from './wx/map'
import { media } from './wx/media'
import { keptPhone, network, setOnline } from './wx/network'
import { privacy, watchAgreeButtons } from './wx/privacy'
import { type Callbacks, reply } from './wx/reply'
import { createSelectorQuery } from './wx/selector'
import { storage } from './wx/storage'
import { system } from './wx/system'
import { talk } from './wx/talk'

interface Going extends Callbacks { url: string; delta?: number }

standInForElements()
watchAgreeButtons()
const engine = startEngine()
fillSpace(engine, window.bundle)

const started: { modules?: Modules } = {}
const pages = createPages(engine, () => started.modules!)
const going = (go: (options: Going) => void) => (options: Going) => { go(options); return reply(options) }

const wx = {
  ...system, ...storage, ...files, ...network, ...media, ...talk, ...privacy, ...map, createSelectorQuery,
  navigateTo: going(({ url }) => pages.open(url)),
  redirectTo: going(({ url }) => pages.redirect(url)),
  reLaunch: going(({ url }) => pages.relaunch(url)),
  switchTab: going(({ url }) => pages.switchTab(url)),
  navigateBack: going(({ delta = 1 }) => pages.back(delta)),
}

window.weapp = {
  phone: { openid: '', isOnline: true, saysYes: true, place: undefined, isPrivacyAgreed: false, ...window.phone, ...keptPhone() },
  noted: [], route: pages.route, setOnline, moveMap,
}
window.addEventListener('scroll', () => {
  if (window.innerHeight + window.scrollY > document.body.scrollHeight - 50) pages.reachBottom()
})

const first = window.bundle.configs.app?.pages?.[0] ?? ''
started.modules = createModules({ engine, wx, currentPages: pages.instances })
started.modules.load('app')
const launch = { path: first, query: {}, scene: 1001 }
started.modules.app()?.onLaunch?.(launch)
started.modules.app()?.onShow?.(launch)
for (const [path, config] of Object.entries(window.bundle.configs)) if (config.component) started.modules.load(path)
pages.open(`/${first}`)
