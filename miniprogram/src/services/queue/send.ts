import type { CallError } from '@xiangli/shared/catalog/call'
import { call } from '../call'
import { dropFile } from '../kept'
import { onBackOnline, useNetwork } from '../network'
import { asCallError } from '../request'
import { accountId, useSession } from '../session'
import { upload } from '../upload'
import { sendable, type QueuedItem } from './item'
import { change, itemsNow, remove } from './store'

export type Outcome =
  | { kind: 'sent'; output: unknown }
  | { kind: 'waiting' }
  | { kind: 'refused'; error: CallError }

const RETRY_EVERY = 15_000
const waiters = new Map<string, (outcome: Outcome) => void>()
let isRunning = false
let retry: ReturnType<typeof setTimeout> | undefined

const settle = (key: string, outcome: Outcome) => {
  waiters.get(key)?.(outcome)
  waiters.delete(key)
}

async function deliver(item: QueuedItem): Promise<unknown> {
  for (const attachment of item.attachments) {
    if (attachment.isUploaded) continue
    await upload(attachment)
    attachment.isUploaded = true
    change(item.key, { attachments: item.attachments })
  }
  return call(item.operation, item.input, { key: item.key })
}

async function attempt(item: QueuedItem): Promise<Outcome> {
  try {
    const output = await deliver(item)
    remove(item.key)
    item.attachments.forEach(({ ref }) => dropFile(ref))
    return { kind: 'sent', output }
  } catch (cause) {
    const error = asCallError(cause)
    if (error.code === 'network') useNetwork.setState({ isOnline: false })
    // A lost session pauses; anything the server did not judge is tried again.
    if (error.isTransient || error.status === 401 || error.status >= 500) return { kind: 'waiting' }
    // Somebody still looking at the form is told there, and keeps it; otherwise it is parked in sight.
    if (waiters.has(item.key)) remove(item.key)
    else change(item.key, { refusal: { code: error.code, words: error.message, traceId: error.traceId } })
    return { kind: 'refused', error }
  }
}

/** Sends what can be sent, one after another; what is left is tried again while the program is open. */
export async function flush(): Promise<void> {
  if (isRunning) return
  isRunning = true
  const held = new Set<string>()
  try {
    for (;;) {
      const account = accountId()
      const next = account && useSession.getState().phase === 'in' ? sendable(itemsNow(), account, held) : undefined
      if (!next) break
      const outcome = await attempt(next)
      if (outcome.kind === 'waiting') held.add(next.record)
      settle(next.key, outcome)
    }
  } finally {
    isRunning = false
  }
  for (const key of waiters.keys()) settle(key, { kind: 'waiting' })
  schedule()
}

function schedule() {
  clearTimeout(retry)
  const account = accountId()
  const isLeft = itemsNow().some((item) => item.account === account && !item.refusal)
  if (isLeft) retry = setTimeout(() => void flush(), RETRY_EVERY)
}

export const outcomeOf = (key: string): Promise<Outcome> => new Promise((resolve) => waiters.set(key, resolve))

export function keepSending() {
  onBackOnline(() => void flush())
  useSession.subscribe((now, before) => { if (now.phase === 'in' && before.phase !== 'in') void flush() })
}
