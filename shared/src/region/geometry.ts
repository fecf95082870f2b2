/**
 * Exact plane geometry on a lattice of 1e-6 degree (about 10 cm). Every decision is made on integers
 * below 2^53, so "inside", "on the border" and areas never depend on rounding.
 */
export type Position = [number, number]
export type Polygon = { type: 'Polygon'; coordinates: Position[][] }
export type MultiPolygon = { type: 'MultiPolygon'; coordinates: Position[][][] }
export type Area = Polygon | MultiPolygon
/** A position in whole millionths of a degree, [lng, lat]. */
export type LatticePoint = readonly [number, number]
export type LatticeRing = readonly LatticePoint[]
export type Side = 'inside' | 'border' | 'outside'

const STEPS_PER_DEGREE = 1_000_000

export const toLattice = ([lng, lat]: Position): LatticePoint => [
  Math.round(lng * STEPS_PER_DEGREE),
  Math.round(lat * STEPS_PER_DEGREE),
]

export const toPosition = ([x, y]: LatticePoint): Position => [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE]

export function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [lng, lat]: unknown[] = value
  return isWithin(lng, 180) && isWithin(lat, 90)
}

const isWithin = (value: unknown, limit: number) =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit

/** Twice the signed area of triangle abc: positive when c lies left of a→b. */
export const orientation = (a: LatticePoint, b: LatticePoint, c: LatticePoint): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

/** Rings on the lattice, without the closing repetition of the first point. */
export function ringsOf(area: Area): LatticePoint[][] {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  return polygons.flat().map((ring) => ring.slice(0, -1).map(toLattice))
}

/** Twice the signed area, in square lattice steps; counter-clockwise is positive. */
export function twiceRingArea(ring: LatticeRing): number {
  const origin = ring[0]
  if (!origin) return 0
  let sum = 0
  for (let i = 1; i + 1 < ring.length; i++) sum += orientation(origin, ring[i]!, ring[i + 1]!)
  if (!Number.isSafeInteger(sum)) throw new RangeError('the ring is too large for exact arithmetic')
  return sum
}

/** Holes run clockwise (RFC 7946), hence the plain sum. */
export const twiceArea = (area: Area): number =>
  ringsOf(area).reduce((sum, ring) => sum + twiceRingArea(ring), 0)

/** Even-odd over all rings, so holes and several parts need no special care. */
export function sideOf(point: LatticePoint, rings: readonly LatticeRing[]): Side {
  let isInside = false
  for (const ring of rings) {
    let from = ring[ring.length - 1]!
    for (const to of ring) {
      const crossing = rayCrossing(point, from, to)
      if (crossing === 'touches') return 'border'
      if (crossing === 'crosses') isInside = !isInside
      from = to
    }
  }
  return isInside ? 'inside' : 'outside'
}

/** How the ray from the point towards larger x meets the edge; an edge owns its lower end only. */
export function rayCrossing(point: LatticePoint, from: LatticePoint, to: LatticePoint): 'none' | 'crosses' | 'touches' {
  const [x, y] = point
  if (from[1] === y && to[1] === y) {
    return Math.min(from[0], to[0]) <= x && x <= Math.max(from[0], to[0]) ? 'touches' : 'none'
  }
  if (from[1] > y === to[1] > y) return to[1] === y && to[0] === x ? 'touches' : 'none'
  const turn = orientation(from, to, point)
  if (turn === 0) return 'touches'
  return turn > 0 === to[1] > from[1] ? 'crosses' : 'none'
}
