import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { newId } from '@/services/ids'
import { accountId, useSession } from '@/services/session'

export interface Draft {
  caseId: string
  words: string
  voice?: { ref: string; seconds: number }
  /** Where the kept copies are. */
  photos: readonly string[]
  place: { villageId?: string; villageName?: string; point?: [number, number]; words: string }
  occurredAt: string
}

const keyFor = (account: string | undefined) => `draft:${account ?? 'nobody'}`
const fresh = (): Draft => ({ caseId: newId(), words: '', photos: [], place: { words: '' }, occurredAt: new Date().toISOString() })
const saved = (account: string | undefined) => (Taro.getStorageSync(keyFor(account)) || undefined) as Draft | undefined

/** One's own draft; else what was begun on this phone before signing in. */
function load(): Draft {
  const account = accountId()
  const own = saved(account) ?? saved(undefined) ?? fresh()
  if (account) Taro.removeStorageSync(keyFor(undefined))
  return own
}

export const useDraft = create<Draft>(load)
useSession.subscribe((now, before) => { if (now.me?.id !== before.me?.id) useDraft.setState(load(), true) })

/** Saved at each change: a word written is a word kept. */
export function write(change: Partial<Draft>) {
  useDraft.setState(change)
  Taro.setStorageSync(keyFor(accountId()), useDraft.getState())
}

export const isSaid = ({ words, voice, photos }: Draft): boolean => words.trim() !== '' || voice !== undefined || photos.length > 0

/** The request is on its way: the next one starts empty. */
export function startAnew() {
  Taro.removeStorageSync(keyFor(accountId()))
  useDraft.setState(fresh(), true)
}
