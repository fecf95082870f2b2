import type { CommandName, InputOf, OutputOf } from '@xiangli/shared/catalog/contracts'
import type { CallError } from '@xiangli/shared/catalog/call'
import { dropFile } from '../kept'
import { newId } from '../ids'
import { accountId } from '../session'
import type { Attachment } from '../upload'
import { renewed, type QueuedItem } from './item'
import { flush, outcomeOf } from './send'
import { itemsNow, remove, setItems, useQueueStore } from './store'

type Performed<N extends CommandName> =
  | { kind: 'sent'; output: OutputOf<N> }
  | { kind: 'waiting' }
  | { kind: 'refused'; error: CallError }

interface Decision<N extends CommandName> {
  operation: N
  input: InputOf<N>
  attachments?: readonly Pick<Attachment, 'fileId' | 'kind' | 'ref'>[]
  record: string
  title: string
}

/** One key per tap, saved before the first byte leaves; the outcome says whether it got through yet. */
export async function perform<N extends CommandName>({ operation, input, attachments = [], record, title }: Decision<N>): Promise<Performed<N>> {
  const account = accountId()
  if (!account) throw new Error('nobody is signed in')
  const item: QueuedItem = {
    key: newId(), operation, input, record, account, title, savedAt: new Date().toISOString(),
    attachments: attachments.map((each) => ({ ...each, isUploaded: false })),
  }
  setItems([...itemsNow(), item])
  const outcome = outcomeOf(item.key)
  void flush()
  return (await outcome) as Performed<N>
}

export function sendAgain(item: QueuedItem) {
  setItems(itemsNow().map((each) => (each.key === item.key ? renewed(item, newId) : each)))
  void flush()
}

export function discard(item: QueuedItem) {
  remove(item.key)
  item.attachments.forEach(({ ref }) => dropFile(ref))
  void flush()
}

/** The account's own items, oldest first. */
export function useQueue(): readonly QueuedItem[] {
  const items = useQueueStore((store) => store.items)
  const account = accountId()
  return items.filter((item) => item.account === account)
}
