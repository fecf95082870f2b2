import { newId } from '../../../core/ids'
import { defineCommand } from '../../../core/operation'
import { needKept } from '../access'
import { needPlannable } from '../plannable'
import { writePlan } from '../plan'
import { Changes, lockRoster, rosterId, Rosters, type ChangeDoc } from '../roster.model'

const NOTHING = { added: 0, kept: 0, replaced: 0 }

export const planShifts = defineCommand('duty.planShifts', {
  run: async (ctx, { goesOn, ...plan }): Promise<ChangeDoc> => {
    const unit = needKept(ctx, plan)
    await lockRoster(plan)
    await needPlannable(plan)
    const { added, planned } = await writePlan(plan, ctx.now)
    const standing = goesOn ? { pattern: plan.pattern, plannedTo: plan.to } : null
    await Rosters.change({ _id: rosterId(plan) }, { $set: { standing } })
    const { unitId, desk, from, to } = plan
    const counts = { added: added.length, kept: planned.shifts.length - added.length, replaced: planned.replaced.length }
    const change = await Changes.add({
      _id: newId(ctx.now), county: ctx.county, unitId, desk, kind: 'planned', at: ctx.now, byId: ctx.actor.id, shifts: [], days: { from, to }, counts,
    })
    ctx.record({ type: 'dutyChange', id: change._id }, { regionPath: unit.regionPath })
    // Told once to each whose turns came or went, however many.
    const persons = [...new Set([...added, ...planned.replaced].map(({ mainId }) => mainId))]
    ctx.emit({ name: 'duty.planned', id: change._id, rev: 1, persons })
    return change
  },
  present: (_ctx, { counts }) => counts ?? NOTHING,
  reload: (_ctx, { id }) => Changes.need({ _id: id }),
})
