import { isOutOfTime } from '../../../core/database'
import { fail } from '../../../core/fail'
import { readPage } from '../../../core/cursor'
import { defineQuery } from '../../../core/operation'
import { needCase } from '../act'
import { Histories } from '../case.model'
import { asReporter } from '../sealed/acting'
import { readableBy } from '../sealed/readable'
import { whyOfCase } from './build-public'
import { PublicCases, type PublicCaseDoc } from './public-case.model'
import { presentPublicCases, presentPublicSummaries, presentWhy } from './present-public'
import { publicFilter } from './public-filter'

const MOST_ON_MAP = 300
const LONGEST_MS = 3_000
const summaryProjection = { why: 0, timeline: 0, answer: 0, keys: 0, photoFileIds: { $slice: 1 } } as const

export const needPublic = async (caseId: string): Promise<PublicCaseDoc> => {
  const doc = await PublicCases.one({ _id: caseId })
  return doc?.isShown ? doc : fail('core.notFound')
}

/** Another try would take as long: only a smaller view helps. */
const sayTooWide = (error: unknown): never => {
  if (isOutOfTime(error)) fail('casework.mapTooWide')
  throw error
}

export const listPublic = defineQuery('casework.listPublic', async (_ctx, { regionId, category, status, box, limit, cursor }) => {
  const bounded = { ...PublicCases, list: (filter: Parameters<typeof PublicCases.list>[0], find: object = {}) => PublicCases.list(filter, { ...find, maxTimeMS: LONGEST_MS }) }
  const { docs, next } = await readPage(bounded, {
    filter: publicFilter({ regionId, box, status, categories: category ? [category] : undefined }),
    sort: { by: 'receivedAt', direction: -1 },
    index: 'public_newest',
    limit,
    cursor,
    projection: summaryProjection,
  }).catch(sayTooWide)
  return { items: await presentPublicSummaries(docs), ...(next ? { next } : {}) }
})

export const getPublic = defineQuery('casework.getPublic', async (_ctx, { caseId }) => {
  const [view] = await presentPublicCases([await needPublic(caseId)])
  return view ?? fail('core.notFound')
})

export const listPublicOnMap = defineQuery('casework.listPublicOnMap', async (_ctx, { regionId, category, status, ...box }) => {
  const filter = { $and: [publicFilter({ regionId, box, status, categories: category ? [category] : undefined }), { spot: { $exists: true } }] }
  const find = { sort: { receivedAt: -1 as const, _id: -1 as const }, limit: MOST_ON_MAP + 1, projection: summaryProjection, maxTimeMS: LONGEST_MS }
  const docs = await PublicCases.list(filter, find).catch(sayTooWide)
  const shown = docs.slice(0, MOST_ON_MAP)
  const summaries = await presentPublicSummaries(shown)
  const items = summaries.flatMap((summary, index) => {
    const { spot, spotIs } = shown[index] ?? {}
    return spot && spotIs ? [{ ...summary, spot, spotIs }] : []
  })
  return { items, more: docs.length > MOST_ON_MAP }
})

export const getWhy = defineQuery('casework.getWhy', async (_ctx, { caseId }) => ({ items: presentWhy((await needPublic(caseId)).why) }))

const MOST_STEPS = 500

/** For the requester and for staff who may open the case. */
export const getOwnWhy = defineQuery('casework.getOwnWhy', async (ctx, { caseId }) => {
  const record = await needCase(ctx, caseId)
  const history = await Histories.list({ caseId }, { sort: { n: 1 }, limit: MOST_STEPS })
  return { items: presentWhy(whyOfCase(record, readableBy(ctx.actor, record, history))) }
}, asReporter)
