import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { GRADES } from '@xiangli/shared/casework/states'
import { defineQuery, type Context } from '../../../core/operation'
import { mergePages, readPage } from '../../../core/cursor'
import { withoutBarred } from '../../../core/within'
import { Cases, type CaseDoc } from '../case.model'
import { caseFilter } from '../list-filter'
import { serialsMeant } from '../outside'
import { presentSummaries, summaryProjection } from '../present/summary'

const SORTS = {
  due: { sort: { by: 'redAt', direction: 1 }, index: 'case_due' },
  newest: { sort: { by: 'receivedAt', direction: -1 }, index: 'case_newest' },
} as const

type Asked = ParsedOf<'casework.listCases'>

interface Page {
  docs: CaseDoc[]
  next?: string
}

const readOne = async (ctx: Context, input: Asked): Promise<Page> =>
  readPage(Cases, {
    filter: { ...caseFilter(ctx, input, input.sort === 'due' && !input.placeCodeId), ...(await serialsMeant(input.serial)) },
    sort: input.placeCodeId ? SORTS.newest.sort : SORTS[input.sort].sort,
    // One number is one case: it is looked up as such.
    index: input.serial ? undefined : input.placeCodeId ? 'case_place_code' : SORTS[input.sort].index,
    limit: input.limit,
    cursor: input.cursor,
    projection: summaryProjection,
  })

/** What is mine or waits for us is looked at for who may see it; of a colour's two ranges the planner would then sort all in memory. */
const isTwoRanges = ({ mine, queue, colour, grade, sort, serial, placeCodeId }: Asked): boolean =>
  (mine || queue !== undefined) && (colour === 'green' || colour === 'yellow') && !grade && sort === 'due' && !serial && !placeCodeId

/** Each grade is one range of the index: both are read as far as the page goes, and merged. */
const readApart = async (ctx: Context, input: Asked): Promise<Page> =>
  mergePages(await Promise.all(GRADES.map((grade) => readOne(ctx, { ...input, grade }))), { limit: input.limit, sort: SORTS.due.sort })

export const listCases = defineQuery('casework.listCases', async (ctx, input) => {
  const { docs, next } = await (isTwoRanges(input) ? readApart(ctx, input) : readOne(ctx, input))
  return { items: await presentSummaries(ctx, withoutBarred(ctx, docs)), ...(next ? { next } : {}) }
})
