import type { CalendarDifference } from '@xiangli/shared/calendar/contract'
import { type Calendar, type CalendarChange, differenceOf, whyNotCalendar, withChange } from '@xiangli/shared/calendar/rules'
import { dayOf } from '@xiangli/shared/core/time'
import { fail } from '../../core/fail'
import type { Context } from '../../core/operation'
import { needCalendar } from './calendar.model'

interface Changed {
  version: number
  after: Calendar
  difference: CalendarDifference
}

/** The calendar as it would be, if what was looked at is still in force and the rules allow the change. */
export const changedCalendar = async (ctx: Context, { version, ...change }: CalendarChange & { version: number }): Promise<Changed> => {
  const before = await needCalendar()
  if (before.version !== version) return fail('calendar.stale', { field: 'version', details: { version: before.version } })
  const why = whyNotCalendar({ before, change, today: dayOf(ctx.now) })
  if (why) return fail(why.code, { field: why.field })
  const after = withChange(before, change)
  return { version: version + 1, after, difference: differenceOf(before, after) }
}
