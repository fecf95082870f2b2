import { fail, refuse } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { needKept } from '../access'
import { noteChange, whyNotRemove } from '../change'
import { lockRoster, Shifts, sketchOf } from '../roster.model'

export const removeShift = defineCommand('duty.removeShift', {
  run: async (ctx, { shiftId, rev, reason }) => {
    const shift = await Shifts.need({ _id: shiftId })
    const { unitId, desk } = shift
    needKept(ctx, shift)
    await lockRoster(shift)
    refuse(whyNotRemove(shift, ctx.now))
    if ((await Shifts.removeMany({ _id: shiftId, rev })) === 0) fail('core.staleRevision')
    await noteChange(ctx, shiftId, { unitId, desk, kind: 'removed', reason, shifts: [{ before: sketchOf(shift) }] })
    return { removed: true }
  },
  present: (_ctx, done) => done,
  reload: async () => ({ removed: true }),
})
