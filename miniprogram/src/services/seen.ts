import Taro from '@tarojs/taro'
import { accountId } from './session'

const KEY = 'seen'
const MOST = 24

interface Seen {
  account: string
  /** Newest last. */
  answers: [key: string, data: unknown][]
}

let seen: Seen | undefined

function load(): Seen {
  const account = accountId() ?? ''
  if (seen?.account !== account) {
    const saved = Taro.getStorageSync(KEY) as Seen | undefined
    seen = saved?.account === account ? saved : { account, answers: [] }
  }
  return seen
}

/** What this account saw last, to show at once and when there is no network. */
export const recall = <T>(key: string): T | undefined =>
  load().answers.find(([known]) => known === key)?.[1] as T | undefined

export function remember(key: string, data: unknown) {
  const { account, answers } = load()
  seen = { account, answers: [...answers.filter(([known]) => known !== key), [key, data] as [string, unknown]].slice(-MOST) }
  Taro.setStorage({ key: KEY, data: seen }).catch(() => undefined)
}

/** Another person must not find it. */
export function forgetSeen() {
  seen = undefined
  Taro.removeStorageSync(KEY)
}
