import { isDay } from '@xiangli/shared/duty/rules'
import { DAY, dayAfter, instantOf } from '@xiangli/shared/core/time'
import { readPage } from '../../../core/cursor'
import { fail } from '../../../core/fail'
import { defineQuery } from '../../../core/operation'
import { needReadable } from '../access'
import { presentShifts } from '../present'
import { Shifts } from '../roster.model'

export const listShifts = defineQuery('duty.listShifts', async (ctx, { unitId, desk, from, days, limit, cursor }) => {
  const unit = needReadable(ctx, unitId)
  if (!isDay(from)) fail('duty.badPeriod', { field: 'from' })
  const begin = instantOf(from, '00:00')
  // A night that began the evening before is still on in the morning of the first day.
  const filter = { unitId, desk, from: { $gte: new Date(begin.getTime() - DAY), $lt: instantOf(dayAfter(from, days), '00:00') }, to: { $gt: begin } }
  const { docs, next } = await readPage(Shifts, { filter, sort: { by: 'from', direction: 1, isUnique: true }, limit, cursor, index: 'shift_start' })
  return { items: await presentShifts(ctx, unit, docs), ...(next ? { next } : {}) }
})
