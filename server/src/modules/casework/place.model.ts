import type { Point } from '@xiangli/shared/core/fields'
import { collection, type Stored } from '../../core/collection'

/**
 * Where a case lies that is being worked on, apart from the cases: another index there would cost every
 * step of every case. `_id` is the case. A row may lag or be left over for a moment; readers ask the case.
 */
export interface PlaceDoc extends Stored {
  type: string
  /** '' where nothing tells of what kind it is. */
  family: string
  /** The square of its point and its village. */
  spots: string[]
  point?: Point
  receivedAt: Date
  rev: number
}

export const Places = collection<PlaceDoc>({
  name: 'open_places',
  indexes: [{ name: 'places_spot', key: { county: 1, spots: 1, family: 1, receivedAt: -1 } }],
})
