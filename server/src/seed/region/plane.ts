import type { LatticePoint, Position } from '@xiangli/shared/region/geometry'

/** Metres east and north of a corner of the county: flat enough for drawing it. */
export type PlanePoint = { x: number; y: number }

const ORIGIN: LatticePoint = [107_100_000, 35_170_000]
/** Metres per millionth of a degree at 35.35° north. */
const METRES_EAST = 0.09079
const METRES_NORTH = 0.11095

export const toPlane = ([x, y]: LatticePoint): PlanePoint => ({
  x: (x - ORIGIN[0]) * METRES_EAST,
  y: (y - ORIGIN[1]) * METRES_NORTH,
})

export const fromPlane = ({ x, y }: PlanePoint): LatticePoint => [
  Math.round(ORIGIN[0] + x / METRES_EAST),
  Math.round(ORIGIN[1] + y / METRES_NORTH),
]

export const planeOfPosition = ([lng, lat]: Position): PlanePoint => toPlane([lng * 1e6, lat * 1e6])

export const middleOf = (a: PlanePoint, b: PlanePoint): PlanePoint => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/** By multiplication: powers may differ in the last bit from engine to engine. */
export const squaredDistance = (a: PlanePoint, b: PlanePoint): number =>
  (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
