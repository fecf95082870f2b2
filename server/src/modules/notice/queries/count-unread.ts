import { defineQuery } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { countUnreadOf } from '../unread'

export const countUnread = defineQuery('notice.countUnread', async (ctx) => countUnreadOf(personIdOf(ctx)))
