import type { Filter } from 'mongodb'
import { AWAITED, type Awaited } from '@xiangli/shared/casework/supervision'
import type { Context } from '../../core/operation'
import { keysToRead } from './list-filter'
import { actingUnits } from './parties'
import { SUPERVISION_ENDS, type SupervisionDoc } from './supervision.model'

interface Asked {
  regionId?: string | undefined
  show: 'open' | 'ended'
  awaits?: Awaited | undefined
  mine: boolean
}

/** Every field before `due` is an equality or a few of them, so that the order by day is the index's own. */
export const supervisionFilter = (ctx: Context, { regionId, show, awaits, mine }: Asked): Filter<SupervisionDoc> => {
  const keys = keysToRead(ctx, regionId)
  // What my unit owes is little, the place is large: said so, the planner cannot walk the place.
  const scope = mine ? { unitId: { $in: actingUnits(ctx.actor) }, $nor: [{ scopeKeys: { $nin: keys } }] } : { scopeKeys: { $in: keys } }
  return {
    ...scope,
    ended: show === 'open' ? null : { $in: [...SUPERVISION_ENDS] },
    awaits: awaits ?? { $in: [...AWAITED] },
  } as Filter<SupervisionDoc>
}
