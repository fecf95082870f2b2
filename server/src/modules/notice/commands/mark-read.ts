import { defineCommand } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { Notices } from '../notice.model'
import { countUnreadOf } from '../unread'

/** Somebody else's notice among the ids is passed over, as if it were not there. */
export const markRead = defineCommand('notice.markRead', {
  run: async (ctx, { ids }) => {
    const to = personIdOf(ctx)
    await Notices.changeMany({ to, readAt: null, ...(ids ? { _id: { $in: ids } } : {}) }, { $set: { readAt: ctx.now } })
    ctx.record({ type: 'inbox', id: to })
    return to
  },
  present: async (_ctx, to) => ({ unread: await countUnreadOf(to) }),
  reload: async (_ctx, { id }) => id,
})
