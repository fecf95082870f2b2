import { grantsOf } from '@xiangli/shared/core/scope'
import type { Context } from '../../core/operation'

/** Who calls back reads what was said; whoever did the work does not. */
export const mayReadOpinions = (ctx: Context): boolean => grantsOf(ctx.actor, 'casework.listOpinions').length > 0
