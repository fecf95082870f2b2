import { z } from 'zod'
import { query } from '../core/contract'
import { Cursor, Id, Instant, oneOf, page, PageSize, RegionId, UnitId } from '../core/fields'
import { FIGURE_KEYS, PERIOD, WAYS } from './figures'

const Period = z.string().regex(PERIOD, '时间写成 2026-11 或 2026-Q4 这样')
const asked = { period: Period, regionId: RegionId.optional(), unitId: UnitId.optional(), by: oneOf(WAYS).default('place') }

export const StatsRow = z.object({
  /** A region, unit or category, or nowhere; of the whole the region's own. */
  key: z.string(),
  name: z.string(),
  isWhole: z.boolean(),
  /** Absent: fewer than five were asked, so nobody is told. */
  counts: z.partialRecord(oneOf(FIGURE_KEYS), z.number().int()),
  /** Working minutes from first submission to the answer; absent without one. */
  meanMinutes: z.number().int().optional(),
  /** Working minutes in a unit's own hands. */
  meanOwnMinutes: z.number().int().optional(),
})
export type StatsRow = z.infer<typeof StatsRow>

export const StatsCase = z.object({
  id: z.string(),
  at: Instant,
  /** Of a sealed case only the day is told. */
  isDayOnly: z.boolean().optional(),
  unitName: z.string(),
  outcome: z.string(),
  minutes: z.number().int(),
  /** Only of a case the reader may open now; it may have gone elsewhere since it was counted. */
  case: z.object({ id: Id, serial: z.string(), title: z.string() }).optional(),
})
export type StatsCase = z.infer<typeof StatsCase>

export const statsContract = {
  'stats.show': query({
    scope: 'staff',
    summary: '一个月或一个季度的统计：按地方、单位或类别，每个数都是准数，都能打开清单；不分到人，也不排名',
    input: z.object(asked),
    output: z.object({
      period: z.string(),
      place: z.object({ regionId: RegionId, name: z.string(), level: z.string() }),
      unit: z.object({ unitId: UnitId, name: z.string() }).optional(),
      by: oneOf(WAYS),
      /** What happened until then is counted. */
      asOf: Instant,
      /** Older cases are still being counted. */
      isGathering: z.boolean(),
      items: z.array(StatsRow),
    }),
    errors: ['region.unknown', 'region.unknownUnit'],
  }),
  'stats.listCases': query({
    scope: 'staff',
    summary: '统计里一个数的清单：和数的是同一些，先反映的在后（游标分页）',
    input: z.object({ ...asked, figure: oneOf(FIGURE_KEYS), key: z.string().max(40).optional(), limit: PageSize, cursor: Cursor.optional() }),
    output: page(StatsCase),
    errors: ['region.unknown', 'region.unknownUnit', 'stats.opinionsAreTheCentres'],
  }),
}
