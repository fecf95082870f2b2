import type { OnDutyView } from '@xiangli/shared/duty/contract'
import { mayKeepRoster, mayReadRoster } from '@xiangli/shared/duty/rules'
import type { Desk } from '@xiangli/shared/duty/shifts'
import { grantsOf } from '@xiangli/shared/core/scope'
import { defineQuery, type Context } from '../../../core/operation'
import { unitById, type Unit } from '../../region'
import { rosterAt, shiftAfter } from '../on-duty'
import { presentPeople } from '../people'
import { presentShift } from '../present'
import type { ShiftDoc } from '../roster.model'

const MOST_UNITS = 10

const peopleOf = (shift: ShiftDoc | undefined): string[] => (shift ? [shift.mainId, ...(shift.backupId ? [shift.backupId] : [])] : [])
const times = ({ from, to }: ShiftDoc) => ({ from: from.toISOString(), to: to.toISOString() })

const viewOf = async (ctx: Context, unit: Unit, { desk, at }: { desk: Desk; at: Date }): Promise<OnDutyView> => {
  const { shifts, phoneIds, phoneRev, standing } = await rosterAt(unit.id, desk, at)
  const [last, before] = shifts
  const shift = last && at < last.to ? last : undefined
  const previous = shift ? before : last
  const next = await shiftAfter({ unitId: unit.id, desk, from: shift?.from ?? at })
  const earlier = previous?.isUnsigned ? previous : undefined
  const personOf = await presentPeople(ctx, unit, [...phoneIds, ...peopleOf(next), ...peopleOf(earlier)])
  const keeps = mayKeepRoster(grantsOf(ctx.actor, 'duty.planShifts'), unit)
  return {
    unitId: unit.id,
    unitName: unit.name,
    desk,
    ...(shift ? { shift: await presentShift(ctx, unit, shift) } : {}),
    ...(next ? { next: { ...times(next), main: personOf(next.mainId) } } : {}),
    ...(earlier ? { earlier: { ...times(earlier), main: personOf(earlier.mainId), ...(earlier.backupId ? { backup: personOf(earlier.backupId) } : {}) } } : {}),
    phoneList: phoneIds.map(personOf),
    phoneRev,
    ...(standing && keeps ? { standing } : {}),
    mayKeep: keeps,
  }
}

/** Units asked for that this reader may not know are left out, as if there were none. */
export const whoIsOnDuty = defineQuery('duty.whoIsOnDuty', async (ctx, { unitIds, desk, at }) => {
  ctx.scopeApplied = true
  const posts = grantsOf(ctx.actor, ctx.operation)
  const asked = [...new Set(unitIds ?? posts.map(({ unitId }) => unitId))].slice(0, MOST_UNITS)
  const units = asked.flatMap((id) => unitById(id) ?? []).filter((unit) => mayReadRoster(posts, unit))
  const instant = at ? new Date(at) : ctx.now
  return { items: await Promise.all(units.map((unit) => viewOf(ctx, unit, { desk, at: instant }))) }
})
