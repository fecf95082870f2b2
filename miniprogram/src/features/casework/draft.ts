import { create } from 'zustand'
import { newId } from '@/services/ids'
import { accountId, useSession } from '@/services/session'
import type { NameLevel } from '@xiangli/shared/casework/names'
import type { Said } from './draft-rules'
import { discardDraft, forgetDraft, keepDraft, keptDraft, NOBODY } from './drafts'

/** Somebody else's matter. */
export interface Person {
  name: string
  phone: string
  villageId?: string
  villageName?: string
}

export interface Draft extends Said {
  caseId: string
  place: { villageId?: string; villageName?: string; point?: [number, number]; words: string }
  occurredAt: string
  /** 反映的是村干部或村里的单位. */
  isAboutVillage?: boolean
  names?: NameLevel
  person?: Person
  /** The code at the place it was scanned at. */
  scanned?: { code: string; name: string }
}

const NAME = 'submit'
const fresh = (): Draft => ({ caseId: newId(), words: '', photos: [], place: { words: '' }, occurredAt: new Date().toISOString() })

/** What was begun on this phone before signing in becomes one's own. */
function takeOver(): Draft | undefined {
  const begun = keptDraft<Draft>(NAME, NOBODY)
  if (!begun || !accountId()) return begun
  keepDraft(NAME, begun)
  forgetDraft(NAME, NOBODY)
  return begun
}

const load = (): Draft => keptDraft<Draft>(NAME) ?? takeOver() ?? fresh()

export const useDraft = create<Draft>(load)
useSession.subscribe((now, before) => { if (now.me?.id !== before.me?.id) useDraft.setState(load(), true) })

export function write(change: Partial<Draft>) {
  useDraft.setState(change)
  keepDraft(NAME, useDraft.getState())
}

/** Somebody has said it already: what was written is not wanted any more, with its voice and photos. */
export function dropDraft() {
  discardDraft(NAME)
  useDraft.setState(fresh(), true)
}

/** The request is on its way: the next one starts empty. */
export function startAnew() {
  forgetDraft(NAME)
  useDraft.setState(fresh(), true)
}
