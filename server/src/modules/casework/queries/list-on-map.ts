import type { Filter } from 'mongodb'
import { OPEN_STATES } from '@xiangli/shared/casework/states'
import { isOutOfTime } from '../../../core/database'
import { fail } from '../../../core/fail'
import { defineQuery } from '../../../core/operation'
import { notBarred } from '../../../core/within'
import { regionById, regionsTouching } from '../../region'
import { Cases, type CaseDoc } from '../case.model'
import { caseFilter } from '../list-filter'
import { aboutKey } from '../routing'
import { presentSummaries, summaryProjection } from '../present/summary'

const MOST = 1000
/** Below this many villages in view their own keys are a narrower way in than the reader's scope. */
const FEW = 40
const LONGEST_MS = 5_000

/** Open cases with a point in view; how many of them are shown is bounded, what is left out is said. */
export const listOnMap = defineQuery('casework.listOnMap', async (ctx, { west, south, east, north, ...asked }) => {
  const filter = caseFilter(ctx, { ...asked, ...(asked.states || asked.colour ? {} : { states: [...OPEN_STATES] }) }, false)
  const villages = regionsTouching({ west, south, east, north }, 'village')
  const towns = [...new Set(villages.flatMap((id) => regionById(id)?.parentId ?? []))]
  const keptAbove = [...towns, ctx.county].map(aboutKey)
  const near = villages.length <= FEW ? [{ scopeKeys: { $in: [...villages, ...keptAbove] } }] : []
  const inView = {
    $and: [filter, notBarred(ctx), ...near, { 'place.point.0': { $gte: west, $lte: east }, 'place.point.1': { $gte: south, $lte: north } }],
  } as Filter<CaseDoc>
  const docs = await Cases.list(inView, { limit: MOST + 1, projection: summaryProjection, maxTimeMS: LONGEST_MS }).catch(sayTooWide)
  const shown = docs.slice(0, MOST)
  const summaries = await presentSummaries(ctx, shown)
  const items = summaries.flatMap((summary, index) => {
    const point = shown[index]?.place.point
    return point ? [{ ...summary, point }] : []
  })
  return { items, more: docs.length > MOST }
})

/** Another try would take as long: only a smaller view helps. */
const sayTooWide = (error: unknown): never => {
  if (isOutOfTime(error)) fail('casework.mapTooWide')
  throw error
}
