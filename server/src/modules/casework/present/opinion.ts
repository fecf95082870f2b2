import type { Context } from '../../../core/operation'
import type { CaseDoc } from '../case.model'
import { partiesOn } from '../parties'

/**
 * What the requester thinks of the work is for themselves and for the centre that asks: whoever did the
 * work, and their unit, read it in groups (showSatisfaction). "Not fixed" alone comes back to them, as work.
 */
export const mayReadOpinion = (ctx: Context, record: CaseDoc): boolean =>
  record.requesterId === ctx.actor.id || partiesOn(ctx.actor, record)('recordCallBack').has('centre')
