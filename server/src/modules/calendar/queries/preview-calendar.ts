import { defineQuery } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { changedCalendar } from '../changed'

export const previewCalendar = defineQuery('calendar.previewCalendar', async (ctx, asked) => {
  needVisible(ctx, { scopeKeys: [ctx.county] })
  return (await changedCalendar(ctx, asked)).difference
})
