import type { CommandName, InputOf } from '@xiangli/shared/catalog/contracts'
import type { Attachment } from '../upload'

export interface Refusal {
  code: string
  words: string
  traceId: string
}

/** One decision made by a tap, saved before it is sent and until the server has answered. */
export interface QueuedItem {
  /** Idempotency key, kept over every retry. */
  key: string
  operation: CommandName
  input: InputOf<CommandName>
  attachments: Attachment[]
  /** Items of one record leave in the order they were made. */
  record: string
  /** Whose decision it is; nobody else's session ever sends it. */
  account: string
  /** How the person will know it again. */
  title: string
  savedAt: string
  refusal?: Refusal
}

/**
 * What may be sent now, in order: own items only, nothing behind a refused one of the same record,
 * and nothing behind one that has just failed to get through.
 */
export function sendable(items: readonly QueuedItem[], account: string, held: ReadonlySet<string>): QueuedItem | undefined {
  const blocked = new Set(held)
  for (const item of items) {
    if (item.account !== account) continue
    if (!item.refusal && !blocked.has(item.record)) return item
    blocked.add(item.record)
  }
  return undefined
}

/** Place in line, from 1, among the account's own. */
export const placeOf = (items: readonly QueuedItem[], item: QueuedItem): number =>
  items.filter((each) => each.account === item.account && !each.refusal).findIndex((each) => each.key === item.key) + 1

/** A refused item sent again is a new request: new key, new file ids in the same places. */
export function renewed(item: QueuedItem, newId: () => string): QueuedItem {
  const ids = new Map(item.attachments.map((attachment) => [attachment.fileId, newId()]))
  const swapped = JSON.stringify(item.input).replace(/[0-9A-HJKMNP-TV-Z]{26}/g, (id) => ids.get(id) ?? id)
  return {
    ...item,
    key: newId(),
    input: JSON.parse(swapped) as QueuedItem['input'],
    attachments: item.attachments.map((each) => ({ ...each, fileId: ids.get(each.fileId) ?? each.fileId, isUploaded: false })),
    refusal: undefined,
  }
}
