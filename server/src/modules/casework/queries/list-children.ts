import { readPage } from '../../../core/cursor'
import { defineQuery } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { Cases } from '../case.model'
import { maySee } from '../parties'
import { presentSummaries, summaryProjection } from '../present/summary'

/** Ids are made at submission, so their order is who came first. */
export const listChildren = defineQuery('casework.listChildren', async (ctx, { caseId, limit, cursor }) => {
  needVisible(ctx, await Cases.one({ _id: caseId }))
  const { docs, next } = await readPage(Cases, {
    filter: { 'merged.intoId': caseId, state: 'merged' } as never,
    sort: { direction: 1 },
    index: 'case_children',
    limit,
    cursor,
    projection: summaryProjection,
  })
  const seen = docs.filter((child) => maySee(ctx.actor, child))
  return { items: await presentSummaries(ctx, seen), ...(next ? { next } : {}) }
})
