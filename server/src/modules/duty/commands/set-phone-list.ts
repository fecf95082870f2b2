import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { contactsOf } from '../../identity'
import { parentUnit } from '../../region'
import { needKept, needReadable } from '../access'
import { needAtUnit, presentPeople } from '../people'
import { lockRoster, rosterId, Rosters } from '../roster.model'

/** Of the unit and the one above it; only ids are kept, so that a new number is right everywhere at once. */
export const setPhoneList = defineCommand('duty.setPhoneList', {
  run: async (ctx, { rev, personIds, ...roster }) => {
    const unit = needKept(ctx, roster)
    const above = parentUnit(unit.id)
    const span = { from: ctx.now, to: ctx.now }
    await needAtUnit([unit.id, ...(above ? [above.id] : [])], span, personIds.map((personId, at) => ({ personId, field: `personIds.${at}` })))
    const contacts = await contactsOf(personIds)
    const silent = personIds.findIndex((id) => !contacts.get(id)?.phone)
    if (silent >= 0) fail('duty.noPhone', { field: `personIds.${silent}` })
    await lockRoster(roster)
    // Compare-and-set: of two who order the list at once, the later sees it has changed.
    const changed = await Rosters.change({ _id: rosterId(roster), phoneRev: rev }, { $set: { phoneIds: personIds, phoneRev: rev + 1 } })
    ctx.record({ type: 'roster', id: rosterId(roster) }, { regionPath: unit.regionPath })
    ctx.emit({ name: 'duty.phoneListSet', id: rosterId(roster), rev: rev + 1, persons: [] })
    return changed ?? fail('core.staleRevision')
  },
  present: async (ctx, { unitId, phoneIds, phoneRev }) => {
    const personOf = await presentPeople(ctx, needReadable(ctx, unitId), phoneIds)
    return { phoneList: phoneIds.map(personOf), phoneRev }
  },
  reload: (_ctx, { id }) => Rosters.need({ _id: id }),
})
