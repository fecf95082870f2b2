import { nextTryAfter } from '@xiangli/shared/hotline/messages'
import type { MessageState } from '@xiangli/shared/hotline/states'
import { fail } from '../../../core/fail'
import { newId } from '../../../core/ids'
import { defineCommand } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { Messages, messagesOf, type MessageDoc } from '../message.model'
import { Orders, rankOf, type OrderDoc } from '../order.model'
import { presentMessage } from '../present'

/** What the order's row says of its messages; in one transaction with the message itself. */
const showOn = async (order: OrderDoc, { message, refused }: { message: MessageDoc; refused: number }): Promise<void> => {
  const refusedCount = order.refusedCount + refused
  const { kind, state, reason, at, settledAt } = message
  const shown = { kind, state, ...(reason ? { reason } : {}), at: settledAt ?? at }
  await Orders.change({ _id: order._id }, { $set: { message: shown, refusedCount, messageCount: Math.max(order.messageCount, message.n), rank: rankOf({ ...order, refusedCount }) } })
}

/** 记下待发: an order hears of a thing once, by (order, about) unique. */
export const enqueue = defineCommand('hotline.enqueue', {
  run: async (ctx, { messages }) => {
    let added = 0
    for (const { orderId, about, kind, words, isDone, until } of messages) {
      if (await Messages.one({ orderId, about })) continue
      const order = await Orders.need({ _id: orderId })
      const message = await Messages.add({
        _id: newId(ctx.now), county: ctx.county, orderId, n: order.messageCount + 1, externalNumber: order.externalNumber, source: order.source, about, kind,
        ...(words ? { words } : {}), ...(isDone === undefined ? {} : { isDone }), ...(until ? { until: new Date(until) } : {}),
        state: 'waiting', tries: 0, at: ctx.now, nextTryAt: ctx.now,
      })
      await showOn(order, { message, refused: 0 })
      ctx.record({ type: 'hotlineOrder', id: orderId })
      added += 1
    }
    if (added === 0) ctx.record({ type: 'hotlineOrder', id: messages[0]?.orderId ?? ctx.county })
    return { added }
  },
  present: (_ctx, done) => done,
  reload: async () => ({ added: 0 }),
})

/** What became of one try. Guarded by state and count of tries: two senders at once settle it once. */
export const settleMessage = defineCommand('hotline.settleMessage', {
  run: async (ctx, { messageId, tries, outcome, reason, due }) => {
    ctx.record({ type: 'hotlineMessage', id: messageId })
    const isAgain = outcome === 'again'
    const state: MessageState = isAgain ? 'waiting' : outcome
    const settled = isAgain ? { nextTryAt: nextTryAfter(tries, ctx.now) } : { nextTryAt: null, settledAt: ctx.now }
    const message = await Messages.change({ _id: messageId, state: 'waiting', tries }, { $set: { state, tries: tries + 1, ...settled, ...(reason ? { reason } : {}) }, ...(reason ? {} : { $unset: { reason: '' as const } }) })
    if (!message) return { isSettled: false }
    const order = await Orders.need({ _id: message.orderId })
    if (due) await Orders.change({ _id: order._id }, { $set: { due: new Date(due) } })
    await showOn(order, { message, refused: outcome === 'refused' ? 1 : 0 })
    if (outcome === 'refused') ctx.emit({ name: 'hotline.refused', id: order._id, rev: 1, staff: { operation: 'hotline.listOrders', scopeKeys: order.scopeKeys } })
    return { isSettled: true }
  },
  present: (_ctx, done) => done,
  reload: async () => ({ isSettled: true }),
})

/** 再发一次, after somebody has seen why it was refused. */
export const resend = defineCommand('hotline.resend', {
  run: async (ctx, { orderId, messageId }) => {
    const order = needVisible(ctx, await Orders.one({ _id: orderId }), 'hotline.listOrders')
    // A new id: under the old one a platform repeats its refusal.
    const message = (await Messages.change({ _id: messageId, orderId, state: 'refused' }, { $set: { state: 'waiting', nextTryAt: ctx.now, wireId: newId(ctx.now) }, $unset: { reason: '', settledAt: '' } })) ?? fail('hotline.notRefused')
    await showOn(order, { message, refused: -1 })
    ctx.record({ type: 'hotlineOrder', id: orderId })
    return orderId
  },
  present: async (_ctx, orderId) => ({ items: (await messagesOf(orderId)).map(presentMessage) }),
  reload: async (ctx, { id }) => needVisible(ctx, await Orders.one({ _id: id }), 'hotline.listOrders')._id,
})
