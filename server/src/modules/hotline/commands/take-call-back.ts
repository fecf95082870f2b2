import { defineCommand } from '../../../core/operation'
import { fail } from '../../../core/fail'
import { Cases } from '../../casework'
import { standOf } from '../go-on'
import { Orders, rankOf, type OrderDoc } from '../order.model'

const MOST_KEPT = 30

const isStuck = async ({ caseId }: OrderDoc, now: Date): Promise<boolean> => (await standOf(await Cases.need({ _id: caseId }), now)) === 'stuck'

/** What the platform's call-back said; each once, by its id, and a late one never over a later one. */
export const takeCallBack = defineCommand('hotline.takeCallBack', {
  run: async (ctx, { source, callBackId, externalNumber, satisfied, words, at: said }) => {
    const order = (await Orders.one({ source, externalNumber })) ?? fail('core.notFound')
    ctx.record({ type: 'hotlineOrder', id: order._id })
    if (order.callBackIds.includes(callBackId)) return { isNew: false }
    const at = new Date(said)
    const isLatest = !order.calledBack || order.calledBack.at <= at
    const stuck = satisfied === 'no' && (await isStuck(order, ctx.now))
    const calledBack = { satisfied, at, ...(words ? { words } : {}), ...(stuck ? { isStuck: true as const } : {}) }
    await Orders.change({ _id: order._id }, {
      $push: { callBackIds: { $each: [callBackId], $slice: -MOST_KEPT } },
      ...(isLatest ? { $set: { calledBack, rank: rankOf({ ...order, calledBack }) } } : {}),
    })
    if (isLatest) ctx.emit({ name: 'hotline.calledBack', id: order._id, rev: 1, staff: { operation: 'hotline.listOrders', scopeKeys: order.scopeKeys } })
    return { isNew: true }
  },
  present: (_ctx, done) => done,
  reload: async () => ({ isNew: false }),
})
