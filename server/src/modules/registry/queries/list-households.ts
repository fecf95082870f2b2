import { readPage } from '../../../core/cursor'
import { defineQuery } from '../../../core/operation'
import { withinRegion } from '../../region'
import { Households } from '../household.model'
import { presentHousehold } from '../present'

export const listHouseholds = defineQuery('registry.listHouseholds', async (ctx, { regionId, limit, cursor }) => {
  const filter = withinRegion(ctx, regionId)
  const { docs, next } = await readPage(Households, { filter, sort: { by: 'number', direction: 1 }, limit, cursor })
  return { items: docs.map(presentHousehold), ...(next ? { next } : {}) }
})
