import { readPage } from '../../../core/cursor'
import { defineQuery } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { Notices } from '../notice.model'
import { presentNotice } from '../present'

export const listMine = defineQuery('notice.listMine', async (ctx, { unreadOnly, kind, limit, cursor }) => {
  const filter = { to: personIdOf(ctx), ...(kind ? { kind } : {}), ...(unreadOnly ? { readAt: null } : {}) }
  const { docs, next } = await readPage(Notices, { filter, sort: { by: 'at', direction: -1 }, limit, cursor })
  return { items: docs.map(presentNotice), ...(next ? { next } : {}) }
})
