import { shownCounts, type Opinion, type OpinionCounts } from '@xiangli/shared/casework/satisfaction'
import { grantsOf, mayOn } from '@xiangli/shared/core/scope'
import { readPage } from '../../../core/cursor'
import { fail } from '../../../core/fail'
import { defineQuery, type Context } from '../../../core/operation'
import { regionById, unitById } from '../../region'
import { Cases } from '../case.model'
import { Opinions } from '../opinion.model'
import { actingUnits } from '../parties'
import { titleFor } from '../present/summary'

/** A unit's figures are whole or not shown at all: whoever reads oversees all of its place, or serves it. */
const overseer = (ctx: Context): ((unitId: string) => boolean) => {
  ctx.scopeApplied = true
  const held = grantsOf(ctx.actor, ctx.operation).filter(({ isDepartment }) => !isDepartment)
  const served = new Set(actingUnits(ctx.actor))
  return (unitId) => {
    const path = regionById(unitById(unitId)?.regionId ?? '')?.path
    return served.has(unitId) || (path !== undefined && held.some(({ regionPath }) => path.startsWith(regionPath)))
  }
}

/** Grouped along its index; a month of a county, not the years. */
export const showSatisfaction = defineQuery('casework.showSatisfaction', async (ctx, { month }) => {
  const oversees = overseer(ctx)
  const groups = await Opinions.aggregate<{ _id: { unitId: string; opinion: Opinion }; count: number }>(
    [{ $match: { month } }, { $group: { _id: { unitId: '$unitId', opinion: '$opinion' }, count: { $sum: 1 } } }],
    { hint: 'opinion_unit' },
  )
  const byUnit = new Map<string, OpinionCounts>()
  for (const { _id: { unitId, opinion }, count } of groups) byUnit.set(unitId, { ...byUnit.get(unitId), [opinion]: count })
  const items = [...byUnit].filter(([unitId]) => oversees(unitId)).map(([unitId, counts]) => {
    const shown = shownCounts(counts)
    return { unitId, unitName: unitById(unitId)?.name ?? '', ...(shown ? { counts: shown } : {}) }
  })
  return { month, items: items.sort((a, b) => a.unitId.localeCompare(b.unitId)) }
})

/** The list behind a figure; the centre's, which called them. */
export const listOpinions = defineQuery('casework.listOpinions', async (ctx, { unitId, month, opinion, limit, cursor }) => {
  if (!unitById(unitId)) fail('region.unknownUnit', { field: 'unitId' })
  if (!overseer(ctx)(unitId)) return { items: [] }
  const { docs, next } = await readPage(Opinions, { filter: { month, unitId, opinion }, sort: { by: 'answeredAt', direction: -1 }, index: 'opinion_unit', limit, cursor })
  const cases = new Map((await Cases.list({ _id: { $in: docs.map(({ caseId }) => caseId) } })).map((record) => [record._id, record]))
  const items = docs.flatMap(({ _id: id, caseId, answeredAt }) => {
    const record = cases.get(caseId)
    // It may have turned out to be about them since.
    return record && mayOn(ctx.actor, ctx.operation, record.scopeKeys) ? [{ id, caseId, serial: record.serial, title: titleFor(record), answeredAt: answeredAt.toISOString() }] : []
  })
  return { items, ...(next ? { next } : {}) }
})
