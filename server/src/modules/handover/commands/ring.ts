import { fail } from '../../../core/fail'
import { defineCommand } from '../../../core/operation'
import { shiftById } from '../../duty'
import { withoutSuspended } from '../../identity'
import { unitById } from '../../region'
import { urgentBefore } from '../collect'
import { Rings } from '../handover.model'

export const ringId = (shiftId: string, ring: number): string => `${shiftId}-${ring}`

/** Looked at again inside the transaction: a signature that came meanwhile keeps the phones quiet. */
export const ring = defineCommand('handover.ring', {
  run: async (ctx, { shiftId, ring: number }) => {
    const shift = await shiftById(shiftId)
    const unit = shift ? unitById(shift.unitId) : undefined
    if (!shift?.isUnsigned || !unit) return fail('handover.nothingToRing')
    const { cases, hasMore } = await urgentBefore(unit, shift.to)
    // Refused, not done as nothing: a row in the journal would use up the key of this ring.
    if (cases === 0) return fail('handover.nothingToRing')
    const _id = ringId(shiftId, number)
    await Rings.add({ _id, county: ctx.county, unitId: unit.id, at: ctx.now, cases, hasMore })
    const people = [shift.mainId, shift.backupId].flatMap((accountId) => (accountId ? [{ accountId }] : []))
    const persons = (await withoutSuspended(people)).map(({ accountId }) => accountId)
    ctx.record({ type: 'ring', id: _id }, { regionPath: unit.regionPath })
    ctx.emit({ name: 'handover.rang', id: _id, rev: 1, persons })
    return cases
  },
  present: (_ctx, cases) => ({ cases }),
  reload: async (_ctx, { id }) => (await Rings.need({ _id: id })).cases,
})
