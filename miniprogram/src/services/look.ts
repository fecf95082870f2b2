import Taro from '@tarojs/taro'
import { create } from 'zustand'

export type Appearance = 'system' | 'light' | 'dark'
type Mode = 'light' | 'dark'

interface Look {
  elder: boolean
  appearance: Appearance
  system: Mode
}

const KEY = 'look'
const web = process.env.TARO_ENV === 'h5'

function systemMode(): Mode {
  if (web) return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  return Taro.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light'
}

function remembered(): Pick<Look, 'elder' | 'appearance'> {
  const saved: unknown = Taro.getStorageSync(KEY)
  const { elder = false, appearance = 'system' } = (saved || {}) as Partial<Look>
  return { elder, appearance }
}

export const useLook = create<Look>(() => ({ ...remembered(), system: systemMode() }))

export const modeOf = ({ appearance, system }: Look): Mode => (appearance === 'system' ? system : appearance)

const classes = (look: Look) => `${modeOf(look)}${look.elder ? ' elder' : ''}`

/** Classes for the root of every page: the tokens of the chosen mode and size hang on them. */
export const useLookClass = () => useLook((look) => `app ${classes(look)}`)

export function chooseLook(choice: Partial<Pick<Look, 'elder' | 'appearance'>>) {
  useLook.setState(choice)
  const { elder, appearance } = useLook.getState()
  Taro.setStorageSync(KEY, { elder, appearance })
}

/** What lies outside our own pages: the document in a browser, the window's ground in WeChat. */
export function paintWindow() {
  const look = useLook.getState()
  if (web) {
    document.documentElement.className = classes(look)
    return
  }
  const isDark = modeOf(look) === 'dark'
  const backgroundColor = isDark ? '#0D1412' : '#F6F5F1'
  void Taro.setNavigationBarColor({ frontColor: isDark ? '#ffffff' : '#000000', backgroundColor })
  void Taro.setBackgroundColor({ backgroundColor, backgroundColorTop: backgroundColor, backgroundColorBottom: backgroundColor })
}

export function followSystem() {
  const heed = (theme: string | undefined) => useLook.setState({ system: theme === 'dark' ? 'dark' : 'light' })
  if (web) {
    const query = window.matchMedia('(prefers-color-scheme: dark)')
    query.addEventListener('change', (event) => heed(event.matches ? 'dark' : 'light'))
  } else {
    Taro.onThemeChange((event) => heed(event.theme))
  }
  useLook.subscribe(paintWindow)
}
