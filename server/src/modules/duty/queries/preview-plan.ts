import { defineQuery } from '../../../core/operation'
import { namesOf } from '../../identity'
import { needKept } from '../access'
import { needPlannable } from '../plannable'
import { drawPlan } from '../plan'

export const previewPlan = defineQuery('duty.previewPlan', async (ctx, plan) => {
  needKept(ctx, plan)
  const { shifts, replaced, gaps } = await drawPlan(plan, ctx.now)
  await needPlannable(plan)
  const names = await namesOf(plan.pattern.personIds)
  const nameOf = (id: string): string => names.get(id) ?? ''
  return {
    shifts: shifts.map(({ from, to, slot, mainId, backupId, isTaken }) => ({
      from: from.toISOString(),
      to: to.toISOString(),
      slot,
      mainName: nameOf(mainId),
      ...(backupId ? { backupName: nameOf(backupId) } : {}),
      isTaken,
    })),
    replaced: replaced.length,
    gaps: gaps.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
  }
})
