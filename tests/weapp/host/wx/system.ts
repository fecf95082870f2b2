import { type Callbacks, reply } from './reply'

const info = () => ({
  platform: 'ios', system: 'iOS 17.0', model: 'iPhone', brand: 'iPhone', SDKVersion: '3.5.0', version: '8.0.50', language: 'zh_CN', theme: 'light',
  pixelRatio: 2, windowWidth: window.innerWidth, windowHeight: window.innerHeight, screenWidth: window.innerWidth, screenHeight: window.innerHeight,
  statusBarHeight: 20, fontSizeSetting: 17, safeArea: { top: 20, bottom: window.innerHeight, left: 0, right: window.innerWidth },
})
const nothing = () => undefined

export const system = {
  getSystemInfoSync: info, getWindowInfo: info, getDeviceInfo: info, getAppBaseInfo: info,
  getSystemSetting: () => ({ locationEnabled: true }), getAppAuthorizeSetting: () => ({ microphoneAuthorized: 'authorized' }),
  getMenuButtonBoundingClientRect: () => ({ top: 24, bottom: 56, left: window.innerWidth - 94, right: window.innerWidth - 7, width: 87, height: 32 }),
  getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }), getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
  getAccountInfoSync: () => ({ miniProgram: { appId: 'wx00000000000demo0', envVersion: 'release' } }),
  /** One bundle, many counties: where the server is comes with the deployment. */
  getExtConfigSync: () => ({ origin: window.location.origin }),
  getRandomValues: (options: Callbacks & { length: number }) => reply(options, { randomValues: window.crypto.getRandomValues(new Uint8Array(options.length)).buffer }),
  canIUse: () => true, nextTick: (then: () => void) => { void Promise.resolve().then(then) }, env: { USER_DATA_PATH: 'wxfile://usr' },
  onThemeChange: nothing, onWindowResize: nothing, onAppShow: nothing, onAppHide: nothing, onError: nothing, onUnhandledRejection: nothing, onPageNotFound: nothing,
}
