import { readPage } from '../../../core/cursor'
import { defineQuery } from '../../../core/operation'
import { needShiftUnit } from '../access'
import { Handovers } from '../handover.model'
import { presentPast, presentRows } from '../present'

export const listPast = defineQuery('handover.listPast', async (ctx, { unitId, limit, cursor }) => {
  needShiftUnit(ctx, unitId)
  const { docs, next } = await readPage(Handovers, { filter: { unitId }, sort: { by: 'at', direction: -1 }, limit, cursor, index: 'handover_past' })
  return { items: await presentRows(docs), ...(next ? { next } : {}) }
})

export const getPast = defineQuery('handover.getPast', async (ctx, { handoverId }) => {
  ctx.scopeApplied = true
  const handover = await Handovers.need({ _id: handoverId })
  return presentPast(ctx, needShiftUnit(ctx, handover.unitId), handover)
})
