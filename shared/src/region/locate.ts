import { isPosition, orientation, ringsOf, sideOf, toLattice } from './geometry'
import type { Area, LatticePoint, Position } from './geometry'

export type LocatableGrid = { id: string; polygon: Area }
export type Locator = { locate: (point: Position) => string | null }

type Box = { west: number; south: number; east: number; north: number }
type Candidate = { id: string; rings: LatticePoint[][]; box: Box }

/** Beyond this extent (in lattice steps, 47°) products would leave the exact integers. */
const MAX_EXTENT = 47_000_000
/** Buckets per grid: about two candidates are left where grids are even in size. */
const BUCKETS_PER_GRID = 40

/**
 * Answers which grid holds a point. Pass basic grids only: the others lie above them.
 * The point is first snapped to the 1e-6 degree lattice; borders belong to every grid they touch,
 * and of several touching grids the one with the lowest id answers. Outside, or malformed: null.
 */
export function createLocator(grids: readonly LocatableGrid[]): Locator {
  const candidates = grids.map(toCandidate).sort((a, b) => (a.id < b.id ? -1 : 1))
  if (candidates.length === 0) return { locate: () => null }
  const extent = candidates.map(({ box }) => box).reduce(enclosing)
  if (Math.max(extent.east - extent.west, extent.north - extent.south) > MAX_EXTENT) {
    throw new RangeError('the grids are spread too widely for exact arithmetic')
  }
  const bucketsNear = indexOf(candidates, extent)
  const locate = (point: Position): string | null => {
    if (!isPosition(point)) return null
    const spot = toLattice(point)
    if (!holds(extent, spot)) return null
    // Candidates are in id order, which is what makes the lowest id answer.
    const found = bucketsNear(spot).find(({ box, rings }) => holds(box, spot) && sideOf(spot, rings) !== 'outside')
    return found?.id ?? null
  }
  return { locate }
}

function toCandidate({ id, polygon }: LocatableGrid): Candidate {
  const rings = ringsOf(polygon)
  const xs = rings.flat().map(([x]) => x)
  const ys = rings.flat().map(([, y]) => y)
  const box = { west: Math.min(...xs), south: Math.min(...ys), east: Math.max(...xs), north: Math.max(...ys) }
  return { id, rings, box }
}

/** Every candidate is listed, in id order, in each bucket its area can reach. */
function indexOf(candidates: readonly Candidate[], extent: Box): (spot: LatticePoint) => readonly Candidate[] {
  const across = Math.ceil(Math.sqrt(candidates.length * BUCKETS_PER_GRID))
  const width = Math.floor((extent.east - extent.west) / across) + 1
  const height = Math.floor((extent.north - extent.south) / across) + 1
  const placeOf = ([x, y]: LatticePoint) =>
    Math.floor((y - extent.south) / height) * across + Math.floor((x - extent.west) / width)
  const boxOf = (place: number): Box => {
    const west = extent.west + (place % across) * width
    const south = extent.south + Math.floor(place / across) * height
    return { west, south, east: west + width, north: south + height }
  }
  const buckets: Candidate[][] = Array.from({ length: across * across }, () => [])
  for (const candidate of candidates) {
    const { west, south, east, north } = candidate.box
    const places = rectangle([placeOf([west, south]), placeOf([east, south]), placeOf([west, north])], across)
    for (const place of places) if (reaches(candidate, boxOf(place))) buckets[place]!.push(candidate)
  }
  return (spot) => buckets[placeOf(spot)]!
}

/** All places of a block of buckets, given its south-western, south-eastern and north-western ones. */
function rectangle([first, rowEnd, columnEnd]: readonly [number, number, number], across: number): number[] {
  const places: number[] = []
  for (let row = first; row <= columnEnd; row += across) {
    for (let place = row; place <= row + rowEnd - first; place++) places.push(place)
  }
  return places
}

function reaches({ rings }: Candidate, bucket: Box): boolean {
  if (sideOf([bucket.west, bucket.south], rings) !== 'outside') return true
  return rings.some((ring) => ring.some((from, i) => edgeReaches([from, ring[(i + 1) % ring.length]!], bucket)))
}

/** False only if all four corners lie strictly on one side of the edge, or its box misses the bucket. */
function edgeReaches([from, to]: readonly [LatticePoint, LatticePoint], bucket: Box): boolean {
  const { west, south, east, north } = bucket
  if (Math.max(from[0], to[0]) < west || Math.min(from[0], to[0]) > east) return false
  if (Math.max(from[1], to[1]) < south || Math.min(from[1], to[1]) > north) return false
  const corners: LatticePoint[] = [[west, south], [east, south], [east, north], [west, north]]
  const turns = corners.map((corner) => orientation(from, to, corner))
  return !turns.every((turn) => turn > 0) && !turns.every((turn) => turn < 0)
}

const holds = (box: Box, [x, y]: LatticePoint): boolean =>
  x >= box.west && x <= box.east && y >= box.south && y <= box.north

const enclosing = (a: Box, b: Box): Box => ({
  west: Math.min(a.west, b.west),
  south: Math.min(a.south, b.south),
  east: Math.max(a.east, b.east),
  north: Math.max(a.north, b.north),
})
