import Taro from '@tarojs/taro'

interface Deployment {
  origin?: string
}

/** One bundle serves many counties: WeChat's ext configuration names the server, a build may name a default. */
function weappOrigin(): string {
  const deployed = Taro.getExtConfigSync?.() as Deployment | undefined
  return deployed?.origin || process.env.TARO_APP_ORIGIN || 'http://127.0.0.1:3000'
}

let known: string | undefined

/** Where the server is, without a trailing slash; the browser build asks where it came from. */
export const origin = (): string =>
  (known ??= process.env.TARO_ENV === 'h5' ? window.location.origin : weappOrigin())

/** Links come from the server as paths or whole; WeChat's image needs them whole. */
export const absolute = (url: string): string => (url.startsWith('/') ? `${origin()}${url}` : url)
