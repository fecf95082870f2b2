import { normalCode } from '@xiangli/shared/casework/place-codes'
import { fail } from '../../../core/fail'
import { readPage } from '../../../core/cursor'
import { defineQuery, type Context } from '../../../core/operation'
import { notBarred } from '../../../core/within'
import { boundedCount } from '../bounded-count'
import { Cases } from '../case.model'
import { keysToRead } from '../list-filter'
import { PlaceCodes, type PlaceCodeDoc } from './place-code.model'
import { presentCodes, presentPlace } from './present'

/** As many as the list behind the number shows to this very reader: what waits to be looked at is in neither. */
const reportsOf = (ctx: Context, codeId: string) =>
  boundedCount(Cases, { placeCodeId: codeId, scopeKeys: { $in: keysToRead({ ...ctx, operation: 'casework.listCases' }, undefined) }, ...notBarred(ctx) }, 'case_place_code')

export const listPlaceCodes = defineQuery('casework.listPlaceCodes', async (ctx, { regionId, isRetired, limit, cursor }) => {
  const filter = { scopeKeys: { $in: keysToRead(ctx, regionId) }, isRetired }
  const { docs, next } = await readPage(PlaceCodes, { filter, sort: { direction: -1 }, limit, cursor, index: 'code_list' })
  const [views, reports] = await Promise.all([presentCodes(docs), Promise.all(docs.map(({ _id }) => reportsOf(ctx, _id)))])
  return { items: views.map((view, at) => ({ ...view, reports: reports[at] ?? { count: 0, more: false } })), ...(next ? { next } : {}) }
})

/** The code somebody scanned or typed, while it is in use. */
export const needPlaceCode = async (said: string): Promise<PlaceCodeDoc> => {
  const code = normalCode(said) ?? fail('casework.unknownCode', { field: 'code' })
  const doc = (await PlaceCodes.one({ code })) ?? fail('casework.unknownCode', { field: 'code' })
  return doc.isRetired ? fail('casework.codeRetired', { field: 'code' }) : doc
}

export const readPlaceCode = defineQuery('casework.readPlaceCode', async (_ctx, { code }) => presentPlace(await needPlaceCode(code)))
