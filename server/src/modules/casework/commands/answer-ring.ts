import { fail } from '../../../core/fail'
import { defineCommand, type Context } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { Rings, type RingDoc } from '../intake/ring.model'
import { openRingPhone, presentRings } from '../intake/rings'

const needRing = async (ctx: Context, id: string): Promise<RingDoc> => needVisible(ctx, await Rings.one({ _id: id }))

/** No reason is asked for: it stands there already, and seconds count. Who looked stays in the journal. */
export const revealRing = defineCommand('casework.revealRing', {
  run: async (ctx, { ringId }) => {
    const ring = await needRing(ctx, ringId)
    ctx.record({ type: 'ring', id: ringId }, { regionPath: ring.regionPath, reason: `急事回电：${ring.label}` })
    return ring
  },
  present: (_ctx, ring) => ({ name: ring.byName, phone: openRingPhone(ring) }),
  reload: (ctx, { id }) => needRing(ctx, id),
})

/** Two who ring back at once: the guard on `isOpen` lets one of them end it. */
export const endRing = defineCommand('casework.endRing', {
  run: async (ctx, { ringId, note }) => {
    const ring = await needRing(ctx, ringId)
    const ended = { isOpen: false, endedAt: ctx.now, endedById: ctx.actor.id, note }
    const done = (await Rings.change({ _id: ringId, isOpen: true }, { $set: ended })) ?? fail('casework.ringEnded')
    ctx.record({ type: 'ring', id: ringId }, { regionPath: ring.regionPath })
    ctx.emit({ name: 'casework.ringAnswered', id: ringId, rev: 2, persons: [ring.byId], staff: { operation: 'casework.listRings', scopeKeys: ring.scopeKeys } })
    return done
  },
  present: async (_ctx, ring) => (await presentRings([ring]))[0] ?? fail('core.notFound'),
  reload: (ctx, { id }) => needRing(ctx, id),
})
