import { defineCommand } from '../../../core/operation'
import { Sessions } from '../account.model'

/** MongoDB's own expiry does this too, when it gets to it; this says how many and leaves a trace. */
export const sweepSessions = defineCommand('identity.sweepSessions', {
  run: async (ctx, { dry }) => {
    const expired = { expiresAt: { $lte: ctx.now } }
    const removed = dry ? await Sessions.count(expired, 100_000) : await Sessions.removeMany(expired)
    ctx.record({ type: 'sessions', id: String(removed) })
    return { removed }
  },
  present: (_ctx, done) => done,
  reload: async (_ctx, target) => ({ removed: Number(target.id) }),
})
