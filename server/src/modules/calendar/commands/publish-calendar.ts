import { newId } from '../../../core/ids'
import { defineCommand } from '../../../core/operation'
import { needVisible, personIdOf } from '../../../core/within'
import { Calendars } from '../calendar.model'
import { changedCalendar } from '../changed'
import { takeIn } from '../current'

/** Compare-and-set by the version looked at; (county, version) is unique. */
export const publishCalendar = defineCommand('calendar.publishCalendar', {
  run: async (ctx, { reason, ...asked }) => {
    needVisible(ctx, { scopeKeys: [ctx.county] })
    const { version, after, difference } = await changedCalendar(ctx, asked)
    const added = await Calendars.add({ _id: newId(), county: ctx.county, version, at: ctx.now, by: personIdOf(ctx), reason, ...after, difference })
    ctx.record({ type: 'calendar', id: added._id, rev: version }, { reason })
    ctx.emit({ name: 'calendar.published', id: added._id, rev: version, staff: { operation: 'calendar.listVersions', scopeKeys: [ctx.county] } })
    return added
  },
  present: (_ctx, added) => {
    takeIn(added)
    return { version: added.version }
  },
  reload: (_ctx, target) => Calendars.need({ _id: target.id }),
})
