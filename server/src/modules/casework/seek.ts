import { familyOf, openFamilies, radiusFor, rankSimilar, type Looker, type Matter, type Offered, WINDOW_DAYS } from '@xiangli/shared/casework/similar'
import type { CaseType } from '@xiangli/shared/casework/case-type'
import { coarse, spotsAround } from '@xiangli/shared/casework/spots'
import { metresBetween } from '@xiangli/shared/region/distance'
import { DAY } from '@xiangli/shared/core/time'
import { Cases, type CaseDoc } from './case.model'
import { Places, type PlaceDoc } from './place.model'
import { WORKING, wordsOf } from './places'
import { summaryProjection } from './present/summary'

/** Rows of places read at most, and cases of them whose words are compared, the nearest first. */
const MOST_ROWS = 2000
const MOST_READ = 100

export interface Seeking {
  type: CaseType
  matter: Matter
  looker: Looker
  now: Date
  /** Which of those found this reader may be shown. */
  isShown: (record: CaseDoc) => boolean
}

/** Villagers are never shown what nobody has sorted and nothing sorts; staff are, and judge by the words. */
const familiesFor = ({ type, matter, looker }: Seeking): { family: { $in: string[] } } | Record<string, never> => {
  const family = familyOf(type, matter)
  if (looker === 'villager') return { family: { $in: family === null ? openFamilies(type) : [family] } }
  return family === null ? {} : { family: { $in: [family, ''] } }
}

const spotsFor = ({ type, matter, looker }: Seeking): string[] => {
  const village = matter.villageId ? [matter.villageId] : []
  return matter.point ? [...spotsAround(matter.point, radiusFor(type, matter, looker)), ...village] : village
}

const nearestFirst = (rows: readonly PlaceDoc[], { point }: Matter): PlaceDoc[] => {
  if (!point) return [...rows]
  const away = (row: PlaceDoc): number => (row.point ? metresBetween(point, row.point) : Number.MAX_VALUE)
  return rows.map((row) => [away(row), row] as const).sort(([a], [b]) => a - b).map(([, row]) => row)
}

/** For villagers measured from the middle of a square: who asks from many places learns the square, not the doorstep. */
const matterOf = (record: CaseDoc, looker: Looker) => ({
  record,
  id: record._id,
  category: record.category,
  words: wordsOf(record),
  point: record.place.point && looker === 'villager' ? coarse(record.place.point) : record.place.point,
  villageId: record.place.villageId,
  receivedAt: record.receivedAt,
  childCount: record.childCount,
})

export type Similar = Offered<ReturnType<typeof matterOf>>

/** At most five that may be the same matter: by place and kind from the small collection, then by words of the nearest. */
export const seekSimilar = async (seeking: Seeking): Promise<Similar[]> => {
  const { type, matter, looker, now, isShown } = seeking
  const spots = spotsFor(seeking)
  if (spots.length === 0) return []
  const since = new Date(now.getTime() - WINDOW_DAYS[looker] * DAY)
  const filter = { spots: { $in: spots }, ...familiesFor(seeking), type: type.name, receivedAt: { $gte: since } }
  const rows = await Places.list(filter, { limit: MOST_ROWS, batchSize: MOST_ROWS + 1, projection: { point: 1 } })
  const ids = nearestFirst(rows, matter).slice(0, MOST_READ).map(({ _id }) => _id)
  // The row may lag behind the case: the case says whether it is still worked on.
  const records = ids.length > 0 ? await Cases.list({ _id: { $in: ids }, state: { $in: [...WORKING] } }, { projection: summaryProjection }) : []
  return rankSimilar(type, { matter, among: records.filter(isShown).map((record) => matterOf(record, looker)), looker, now })
}
