import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { needKept, needReadable } from '../access'
import { needSound, noteChange } from '../change'
import { startsUnsigned } from '../on-duty'
import { presentShift } from '../present'
import { lockRoster, Shifts, sketchOf, type ShiftDoc } from '../roster.model'

export const addShift = defineCommand('duty.addShift', {
  run: async (ctx, { shiftId, from, to, note, backupId, ...rest }) => {
    const { unitId, desk, mainId } = rest
    needKept(ctx, rest)
    await lockRoster(rest)
    const shift: ShiftDoc = {
      _id: shiftId,
      county: ctx.county,
      unitId,
      desk,
      from: new Date(from),
      to: new Date(to),
      mainId,
      ...(backupId ? { backupId } : {}),
      ...(note ? { note } : {}),
      isUnsigned: startsUnsigned(unitId, desk),
      rev: 1,
    }
    if (shift.to <= ctx.now) fail('duty.alreadyOver', { field: 'to' })
    await needSound(shift, shiftId)
    await Shifts.add(shift)
    await noteChange(ctx, shiftId, { unitId, desk, kind: 'added', shifts: [{ after: sketchOf(shift) }] })
    return shift
  },
  present: (ctx, shift) => presentShift(ctx, needReadable(ctx, shift.unitId), shift),
  reload: (_ctx, { id }) => Shifts.need({ _id: id }),
})
