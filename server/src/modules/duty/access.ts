import { grantsOf } from '@xiangli/shared/core/scope'
import { mayKeepRoster, mayReadRoster } from '@xiangli/shared/duty/rules'
import { fail } from '../../core/fail'
import type { Context } from '../../core/operation'
import { unitById, type Unit } from '../region'
import type { RosterOf } from './roster.model'

const isPool = ({ kind }: Unit, { desk }: Pick<RosterOf, 'desk'>): boolean => desk !== 'pool' || kind === 'countyCentre'

/** The unit, if this actor may know its roster; else it is not there. */
export const needReadable = (ctx: Context, unitId: string): Unit => {
  ctx.scopeApplied = true
  const unit = unitById(unitId)
  return unit && mayReadRoster(grantsOf(ctx.actor, ctx.operation), unit) ? unit : fail('core.notFound')
}

/** The unit, if this actor keeps its roster. */
export const needKept = (ctx: Context, roster: RosterOf): Unit => {
  const unit = needReadable(ctx, roster.unitId)
  if (!mayKeepRoster(grantsOf(ctx.actor, ctx.operation), unit)) fail('duty.notYours')
  return isPool(unit, roster) ? unit : fail('duty.noPool', { field: 'desk' })
}
