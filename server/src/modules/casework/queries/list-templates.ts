import { ancestorsOf } from '@xiangli/shared/core/scope'
import { grantsOf } from '@xiangli/shared/core/scope'
import { defineQuery } from '../../../core/operation'
import { presentTemplates } from '../present/templates'
import { Templates } from '../template.model'

/** A township's own are capped when they are made; a reader holds a few places. */
const MOST = 500

/** Those of the places above and of the reader's own; what fits the category best comes first. */
export const listTemplates = defineQuery('casework.listTemplates', async (ctx, { state, category, withRetired }) => {
  ctx.scopeApplied = true
  const regions = [...new Set(grantsOf(ctx.actor, ctx.operation).flatMap(({ regionPath }) => ancestorsOf(regionPath).slice(0, 2)))]
  const filter = {
    regionId: { $in: regions },
    isCurrent: true,
    ...(withRetired ? {} : { isRetired: false }),
    ...(state ? { state } : {}),
    ...(category ? { category: { $in: [category, null] } } : {}),
  }
  const docs = await Templates.list(filter as never, { sort: { _id: 1 }, limit: MOST, hint: 'template_region' })
  const fit = (doc: { category: string | null }): number => (doc.category === null ? 1 : 0)
  return { items: await presentTemplates(ctx, docs.sort((a, b) => fit(a) - fit(b))) }
})
