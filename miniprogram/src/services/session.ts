import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { Me, SignedIn } from '@xiangli/shared/identity/contract'
import { newId } from './ids'
import { asCallError, requestAs } from './request'
import { askForCode, codeInAddress } from './wechat-code'

interface Session {
  phase: 'starting' | 'in' | 'out'
  token?: string
  me?: Me
}

const KEY = 'session'

export const useSession = create<Session>(() => ({ phase: 'starting' }))

function keep(session: Session) {
  useSession.setState(session, true)
  if (session.token) Taro.setStorageSync(KEY, { token: session.token, me: session.me })
  else Taro.removeStorageSync(KEY)
}

export const setMe = (me: Me) => keep({ ...useSession.getState(), me })

const enter = ({ token, me }: SignedIn) => keep({ phase: 'in', token, me })

export const accountId = (): string | undefined => useSession.getState().me?.id

export const may = (operation: string): boolean => useSession.getState().me?.operations.includes(operation) ?? false

async function exchange(code: string) {
  enter(await requestAs(undefined)('identity.loginByWechat', { code }, { key: newId() }))
}

/** WeChat signs in silently; the browser is sent away to choose who it is and comes back. */
export async function signIn() {
  const code = await askForCode()
  if (code) await exchange(code)
}

let renewing: Promise<boolean> | undefined

/** True when the same person holds a fresh session: only then may a refused request be sent again. */
export function renew(): Promise<boolean> {
  renewing ??= renewOnce().finally(() => { renewing = undefined })
  return renewing
}

async function renewOnce(): Promise<boolean> {
  const before = accountId()
  keep({ phase: 'out', me: useSession.getState().me })
  if (process.env.TARO_ENV === 'h5') return false
  try {
    await signIn()
    return accountId() === before
  } catch {
    return false
  }
}

export async function startSession() {
  const saved = Taro.getStorageSync(KEY) as Partial<Session> | undefined
  if (saved?.token) useSession.setState({ phase: 'in', token: saved.token, me: saved.me })
  try {
    const code = codeInAddress()
    if (code) await exchange(code)
    else if (saved?.token) await refreshMe(saved.token)
    else if (process.env.TARO_ENV !== 'h5') await signIn()
    else useSession.setState({ phase: 'out' })
  } catch (cause) {
    const isGone = asCallError(cause).status === 401
    if (isGone && saved?.token) await renew()
    else if (!saved?.token) useSession.setState({ phase: 'out' })
  }
}

async function refreshMe(token: string) {
  const me = await requestAs(token)('identity.getMe', {})
  if (useSession.getState().token === token) setMe(me)
}

export async function signOut() {
  const { token } = useSession.getState()
  keep({ phase: 'out' })
  // The token is forgotten here whether or not the server heard.
  if (token) await requestAs(token)('identity.logout', {}).catch(() => undefined)
}
