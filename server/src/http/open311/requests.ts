import type { Context } from 'koa'
import { DAY } from '@xiangli/shared/core/time'
import { gcjOf } from '@xiangli/shared/region/coordinates'
import { now as clock } from '../../core/clock'
import { PublicCases, presentPublicCases, publicFilter, type PublicCaseDoc } from '../../modules/casework'
import { regionById } from '../../modules/region'
import { refuseGeo } from './answer'
import { boxParam, instantParam, listParam, oneOfParam, wholeParam } from './params'
import { geoRequest, isServiceCode } from './present'

const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/
const MOST = 1000
const USUAL_PAGE = 50
const MOST_DEEP = 10_000
const MOST_DAYS = 90
const LONGEST_MS = 3_000

const queryOf = (ctx: Context): URLSearchParams => new URLSearchParams(ctx.querystring)
const isExtended = (given: URLSearchParams): boolean => oneOfParam(given, 'extensions') === 'true'

const presented = async (ctx: Context, docs: readonly PublicCaseDoc[]) => {
  const about = { origin: ctx.origin, isExtended: isExtended(queryOf(ctx)) }
  return (await presentPublicCases(docs)).map((view) => geoRequest(view, about))
}

/** Ninety days, the last of them unless others are asked for. */
const spanOf = (given: URLSearchParams): { $gte: Date; $lte: Date } => {
  const [start, end] = [instantParam(given, 'start_date'), instantParam(given, 'end_date')]
  const until = end ?? (start ? new Date(start.getTime() + MOST_DAYS * DAY) : clock())
  const from = start ?? new Date(until.getTime() - MOST_DAYS * DAY)
  if (from > until) refuseGeo(400, 'start_date lies after end_date')
  if (until.getTime() - from.getTime() > MOST_DAYS * DAY) refuseGeo(400, `start_date and end_date may not span more than ${MOST_DAYS} days`)
  return { $gte: from, $lte: until }
}

const pageOf = (given: URLSearchParams): { limit: number; skip: number } => {
  const isPaged = oneOfParam(given, 'page') !== undefined || oneOfParam(given, 'page_size') !== undefined
  const limit = wholeParam(given, 'page_size', { least: 1, most: MOST, usual: isPaged ? USUAL_PAGE : MOST })
  const skip = (wholeParam(given, 'page', { least: 1, most: MOST_DEEP, usual: 1 }) - 1) * limit
  return skip + limit > MOST_DEEP ? refuseGeo(400, `page: nothing beyond the first ${MOST_DEEP} requests; narrow the dates`) : { limit, skip }
}

const statusOf = (given: URLSearchParams): 'open' | 'closed' | undefined => {
  const wanted = listParam(given, 'status', 2) ?? []
  if (wanted.some((each) => each !== 'open' && each !== 'closed')) refuseGeo(400, 'status: open or closed')
  return wanted.length === 1 ? (wanted[0] as 'open' | 'closed') : undefined
}

/** The corners of a box in our own system: near enough, and a little wider than asked at no edge that matters. */
const boxOf = (given: URLSearchParams) => {
  const box = boxParam(given)
  if (!box) return undefined
  const [west, south] = gcjOf([box.west, box.south])
  const [east, north] = gcjOf([box.east, box.north])
  return { west, south, east, north }
}

const boundaryOf = (given: URLSearchParams): string | undefined => {
  const regionId = oneOfParam(given, 'boundary')
  if (regionId !== undefined && !regionById(regionId)) refuseGeo(404, 'boundary was not found')
  return regionId
}

const filterOf = (given: URLSearchParams) => {
  const categories = listParam(given, 'service_code', 50)
  if (categories?.some((code) => !isServiceCode(code))) refuseGeo(404, 'service_code was not found')
  return { $and: [publicFilter({ regionId: boundaryOf(given), box: boxOf(given), categories, status: statusOf(given) }), { receivedAt: spanOf(given) }] }
}

export const listGeoRequests = async (ctx: Context) => {
  const given = queryOf(ctx)
  const ids = listParam(given, 'service_request_id', MOST)
  // Overrides all other arguments, says the specification.
  if (ids) return presented(ctx, await PublicCases.list({ _id: { $in: ids.filter((id) => ID.test(id)) }, isShown: true }, { limit: MOST, sort: { _id: -1 } }))
  const find = { sort: { receivedAt: -1 as const, _id: -1 as const }, ...pageOf(given), hint: 'public_newest', maxTimeMS: LONGEST_MS }
  return presented(ctx, await PublicCases.list(filterOf(given), find))
}

const needShown = async (id: string): Promise<PublicCaseDoc> => {
  const doc = ID.test(id) ? await PublicCases.one({ _id: id }) : null
  return doc?.isShown ? doc : refuseGeo(404, 'service_request_id was not found')
}

export const getGeoRequest = async (ctx: Context, id: string) => presented(ctx, [await needShown(id)])

/** An address that lasts as long as the photo is public; the link behind it ends within the hour. */
export const goToMedia = async (ctx: Context, id: string, number: string): Promise<void> => {
  const [view] = await presentPublicCases([await needShown(id)])
  const photo = view?.photos[Number(number) - 1] ?? refuseGeo(404, 'media was not found')
  ctx.set('Cache-Control', 'no-store')
  ctx.redirect(photo.url)
}
