import type { ClerkChannel } from '@xiangli/shared/casework/channels'
import type { InputOf } from '@xiangli/shared/catalog/contracts'
import { useState } from 'react'
import { ulid } from 'ulid'

export interface CallDraft {
  caseId: string
  channel: ClerkChannel
  phone: string
  name: string
  words: string
  category?: string
  villageId?: string
  gridId?: string
  spot: string
  answers: Record<string, string>
  wantsCallBack: boolean
  /** It is about a cadre or unit of the village. */
  isAboutVillage?: boolean
  /** Kept from those who work on it as well. */
  isSealed?: boolean
}

const KEY = 'xl.draft.call'

const fresh = (channel: ClerkChannel = 'phone'): CallDraft => ({ caseId: ulid(), channel, phone: '', name: '', words: '', spot: '', answers: {}, wantsCallBack: channel === 'phone' })

function kept(): CallDraft | null {
  const saved = sessionStorage.getItem(KEY)
  if (!saved) return null
  try {
    return { ...fresh(), ...(JSON.parse(saved) as CallDraft) }
  } catch {
    return null
  }
}

/** What is typed while somebody speaks survives a reload, with the id under which it will be saved: never twice. */
export function useCallDraft() {
  const [draft, setDraft] = useState<CallDraft>(() => kept() ?? fresh())
  const write = (change: Partial<CallDraft>) => {
    const next = { ...draft, ...change }
    sessionStorage.setItem(KEY, JSON.stringify(next))
    setDraft(next)
  }
  const startAnew = () => {
    sessionStorage.removeItem(KEY)
    setDraft(fresh(draft.channel))
  }
  /** Saved: nothing of it stays on this computer. */
  const forget = () => sessionStorage.removeItem(KEY)
  return { draft, write, startAnew, forget }
}

const said = <K extends string>(key: K, words: string | undefined) => (words?.trim() ? ({ [key]: words.trim() } as Record<K, string>) : {})

export const inputOf = (draft: CallDraft): InputOf<'casework.fileForCaller'> => ({
  caseId: draft.caseId,
  channel: draft.channel,
  wantsCallBack: draft.wantsCallBack && draft.phone.trim() !== '',
  answers: draft.answers,
  ...(draft.isAboutVillage ? { about: 'village' as const } : {}),
  ...(draft.isSealed ? { names: 'sealed' as const } : {}),
  ...said('phone', draft.phone),
  ...said('name', draft.name),
  ...said('words', draft.words),
  ...said('category', draft.category),
  place: { ...said('villageId', draft.villageId), ...said('gridId', draft.gridId), ...said('words', draft.spot) },
})
