import type { DivisionKind, DivisionLevel, GridKind, GridSetting } from '@xiangli/shared/region/divisions'
import type { Area, Position } from '@xiangli/shared/region/geometry'
import { collection, type Stored } from '../../core/collection'

/** What a division was called, and by which code it was counted, over one stretch of time. */
export interface DatedName {
  code: string
  name: string
  shortName: string
  from: string
  /** First day on which it no longer held; absent on the present one. */
  to?: string
}

/** A division or a grid. Its region id never changes; code and names may. */
export interface DivisionDoc extends Stored {
  regionId: string
  level: DivisionLevel | 'grid'
  kind: DivisionKind | GridKind
  parentId?: string
  path: string
  centre: Position
  names: DatedName[]
  geometry: Area
  setting?: GridSetting
  /** A rough number of households, for grids. */
  households?: number
}

export const Divisions = collection<DivisionDoc>({
  name: 'divisions',
  indexes: [{ name: 'divisions_region', key: { county: 1, regionId: 1 }, unique: true }],
})
