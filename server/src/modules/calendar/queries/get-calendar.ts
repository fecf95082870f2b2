import { yearOf } from '@xiangli/shared/calendar/rules'
import { dayOf } from '@xiangli/shared/core/time'
import { fail } from '../../../core/fail'
import { defineQuery } from '../../../core/operation'
import { needCalendar } from '../calendar.model'
import { presentYear } from '../present'

/** Read from the database and not from memory: who published through another process sees it at once. */
export const getCalendar = defineQuery('calendar.getCalendar', async (ctx, { year }) => {
  const today = dayOf(ctx.now)
  const shown = presentYear(await needCalendar(), { year: year ?? yearOf(today), today })
  return shown.year > shown.lastYear ? fail('calendar.outOfRange', { field: 'year' }) : shown
})
