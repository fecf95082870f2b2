import Taro from '@tarojs/taro'
import { signIn, useSession } from '@/services/session'
import { tell } from '@/services/tell'

type PageName = 'submit' | 'where' | 'done' | 'mine' | 'case' | 'rate' | 'supplement' | 'queue' | 'handle' | 'stop' | 'joined' | 'public' | 'public-case' | 'scan' | 'code'

const path = (page: PageName, query: Record<string, string>) => {
  const words = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return `/features/casework/pages/${page}/index${words && `?${words}`}`
}

export const open = (page: PageName, query: Record<string, string> = {}) => void Taro.navigateTo({ url: path(page, query) })
export const turnTo = (page: PageName, query: Record<string, string> = {}) => void Taro.redirectTo({ url: path(page, query) })

/** Runs for somebody who is signed in; others are led to sign in first. */
export async function asMyself(then: () => void) {
  if (useSession.getState().me) return then()
  try {
    await signIn()
  } catch {
    return tell('微信登录没有成功，请再试一次')
  }
  if (useSession.getState().me) then()
}
