import { defineQuery } from '../../../core/operation'
import { readPage } from '../../../core/cursor'
import { Cases } from '../case.model'
import { caseFilter } from '../list-filter'
import { serialsMeant } from '../outside'
import { presentSummaries, summaryProjection } from '../present/summary'

const SORTS = {
  due: { sort: { by: 'redAt', direction: 1 }, index: 'case_due' },
  newest: { sort: { by: 'receivedAt', direction: -1 }, index: 'case_newest' },
} as const

export const listCases = defineQuery('casework.listCases', async (ctx, input) => {
  const { docs, next } = await readPage(Cases, {
    filter: { ...caseFilter(ctx, input, input.sort === 'due' && !input.placeCodeId), ...(await serialsMeant(input.serial)) },
    sort: input.placeCodeId ? SORTS.newest.sort : SORTS[input.sort].sort,
    // One number is one case: it is looked up as such.
    index: input.placeCodeId ? 'case_place_code' : input.serial ? undefined : SORTS[input.sort].index,
    limit: input.limit,
    cursor: input.cursor,
    projection: summaryProjection,
  })
  return { items: await presentSummaries(ctx, docs), ...(next ? { next } : {}) }
})
