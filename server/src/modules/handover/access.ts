import { grantsOf, scopeKeysOf } from '@xiangli/shared/core/scope'
import { handsOver, isOfUnitOrAbove } from '@xiangli/shared/duty/rules'
import { fail } from '../../core/fail'
import type { CommandContext, Context } from '../../core/operation'
import { unitById, type Unit } from '../region'

/** The unit, for its own people and those above; for anybody else it is not there. */
export const needUnit = (ctx: Context, unitId: string): Unit => {
  ctx.scopeApplied = true
  const unit = unitById(unitId)
  return unit && isOfUnitOrAbove(grantsOf(ctx.actor, ctx.operation), unit) ? unit : fail('core.notFound')
}

export const needShiftUnit = (ctx: Context, unitId: string): Unit => {
  const unit = needUnit(ctx, unitId)
  return handsOver(unit.kind) ? unit : fail('handover.noShifts', { field: 'unitId' })
}

/** Everybody whose page shows the unit's hand-over looks again. */
export const staffOf = (unit: Unit): Parameters<CommandContext['emit']>[0]['staff'] => ({
  operation: 'casework.listCases',
  scopeKeys: scopeKeysOf(unit.regionPath, unit.kind === 'department' ? [unit.id] : []),
})
