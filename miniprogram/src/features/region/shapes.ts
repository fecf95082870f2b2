import type { Border } from '@xiangli/shared/region/contract'
import type { LonLat, Shape } from '@/components/MapView'

type Rings = LonLat[][]

/** Outer rings only: villages of the county have no holes worth drawing on a phone. */
function outerRings({ type, coordinates }: Border['geometry']): Rings {
  if (type === 'Polygon') return [(coordinates as Rings)[0] ?? []]
  return (coordinates as Rings[]).map((polygon) => polygon[0] ?? [])
}

export const shapesOf = (borders: readonly Border[], hereId: string | undefined): Shape[] =>
  borders.map((border) => ({
    id: border.id, name: border.shortName, rings: outerRings(border.geometry), centre: border.centre, isHere: border.id === hereId,
  }))
