import Taro from '@tarojs/taro'
import { accountId } from '@/services/session'
import { dropFile } from '@/services/kept'
import { bounded, filesOf, type KeptDraft, type Said } from './draft-rules'

/** Whoever has not signed in on this phone. */
export const NOBODY = 'nobody'

const owner = () => accountId() ?? NOBODY
const keyFor = (account: string) => `drafts:${account}`
const saved = (account: string) => (Taro.getStorageSync(keyFor(account)) || []) as KeptDraft[]

function put(account: string, drafts: readonly KeptDraft[]) {
  if (drafts.length > 0) Taro.setStorageSync(keyFor(account), drafts)
  else Taro.removeStorageSync(keyFor(account))
}

/** What is no longer said in any draft need not stay on the phone. */
function dropGone(before: readonly KeptDraft[], after: readonly KeptDraft[]) {
  const stays = new Set(after.flatMap(({ said }) => filesOf(said)))
  before.flatMap(({ said }) => filesOf(said)).filter((ref) => !stays.has(ref)).forEach(dropFile)
}

export function keptDraft<T extends Said>(name: string, account = owner()): T | undefined {
  return bounded(saved(account), Date.now()).find((each) => each.name === name)?.said as T | undefined
}

/** Saved at each change: a word written is a word kept. */
export function keepDraft(name: string, said: Said) {
  const account = owner()
  const before = saved(account)
  const after = bounded([...before.filter((each) => each.name !== name), { name, at: Date.now(), said }], Date.now())
  put(account, after)
  dropGone(before, after)
}

/** On its way: voice and photos now belong to the queue. */
export function forgetDraft(name: string, account = owner()) {
  put(account, saved(account).filter((each) => each.name !== name))
}

/** Not wanted any more, with its voice and photos. */
export function discardDraft(name: string) {
  const before = saved(owner())
  forgetDraft(name)
  dropGone(before, saved(owner()))
}
