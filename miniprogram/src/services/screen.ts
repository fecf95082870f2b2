import Taro from '@tarojs/taro'

interface Screen {
  /** Height of the phone's own status bar, in CSS px. */
  statusBar: number
  navHeight: number
  /** Room WeChat's capsule takes at the right of the bar. */
  capsule: number
}

/** WeChat draws its capsule over our own bar; the browser has neither. */
function measure(): Screen {
  if (process.env.TARO_ENV === 'h5') return { statusBar: 0, navHeight: 52, capsule: 0 }
  const info = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  const statusBar = info.statusBarHeight ?? 20
  const gap = Math.max(4, capsule.top - statusBar)
  return { statusBar, navHeight: capsule.height + gap * 2, capsule: info.windowWidth - capsule.left + 8 }
}

let known: Screen | undefined
export const screen = (): Screen => (known ??= measure())
