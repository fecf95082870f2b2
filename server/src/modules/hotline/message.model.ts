import type { MessageKind, MessageState } from '@xiangli/shared/hotline/states'
import { collection, type Stored } from '../../core/collection'

/** 回执: what a platform is to hear of an order. */
export interface MessageDoc extends Stored {
  orderId: string
  externalNumber: string
  source: string
  /** Its place among the order's messages: a platform hears them in this order. */
  n: number
  /** What it is about; an order hears of a thing once. */
  about: string
  kind: MessageKind
  words?: string
  isDone?: boolean
  until?: Date
  state: MessageState
  reason?: string
  tries: number
  at: Date
  /** Null once it is settled. */
  nextTryAt: Date | null
  /** Goes with it, so that a repeat is known as one; another after a refusal, or the platform would only repeat that. */
  wireId?: string
  settledAt?: Date
}

export const Messages = collection<MessageDoc>({
  name: 'hotline_messages',
  indexes: [
    { name: 'hotline_message_about', key: { county: 1, orderId: 1, about: 1 }, unique: true },
    { name: 'hotline_message_order', key: { county: 1, orderId: 1, n: 1 }, unique: true },
    { name: 'hotline_message_due', key: { county: 1, nextTryAt: 1 }, partialFilterExpression: { nextTryAt: { $type: 'date' } } },
  ],
  duplicate: { hotline_message_about: 'core.busy', hotline_message_order: 'core.busy' },
})

const MOST = 100
export const messagesOf = (orderId: string): Promise<MessageDoc[]> => Messages.list({ orderId }, { sort: { n: 1 }, limit: MOST })
