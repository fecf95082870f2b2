import { readPage } from '../../../core/cursor'
import { defineQuery } from '../../../core/operation'
import { within } from '../../../core/within'
import { Rings } from '../intake/ring.model'
import { presentRings } from '../intake/rings'

export const listRings = defineQuery('casework.listRings', async (ctx, { isOpen, limit, cursor }) => {
  const { docs, next } = await readPage(Rings, { filter: { ...within(ctx), isOpen }, sort: { by: 'at', direction: -1 }, limit, cursor, index: 'ring_list' })
  return { items: await presentRings(docs), ...(next ? { next } : {}) }
})
