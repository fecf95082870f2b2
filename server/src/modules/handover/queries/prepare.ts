import { defineQuery } from '../../../core/operation'
import { needShiftUnit } from '../access'
import { currentOf } from '../current'
import { presentCurrent } from '../present'

export const prepare = defineQuery('handover.prepare', async (ctx, { unitId }) => {
  const unit = needShiftUnit(ctx, unitId)
  return presentCurrent(ctx, unit, await currentOf(unitId, ctx.now))
})
