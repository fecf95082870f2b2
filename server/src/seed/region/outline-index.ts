import { rayCrossing } from '@xiangli/shared/region/geometry'
import type { LatticePoint } from '@xiangli/shared/region/geometry'

export type Edge = { from: LatticePoint; to: LatticePoint }
export type OutlineIndex = {
  edges: readonly Edge[]
  /** Places in `edges` of all that reach the latitudes between two points, and some more. */
  edgesBetween: (a: LatticePoint, b: LatticePoint) => number[]
  /** The border counts as inside. */
  isInside: (point: LatticePoint) => boolean
}

/** Lattice steps: about 220 m. */
const BAND_HEIGHT = 2000
const bandOf = (latitude: number) => Math.floor(latitude / BAND_HEIGHT)

/** The outline's edges by bands of latitude: tests then look at some dozens of edges instead of thousands. */
export function indexOutline(outline: readonly LatticePoint[]): OutlineIndex {
  const edges = outline.map((from, i): Edge => ({ from, to: outline[(i + 1) % outline.length]! }))
  const bands = new Map<number, number[]>()
  edges.forEach(({ from, to }, i) => {
    for (const band of bandsBetween(from, to)) bands.set(band, [...(bands.get(band) ?? []), i])
  })
  const edgesBetween = (a: LatticePoint, b: LatticePoint) =>
    [...new Set(bandsBetween(a, b).flatMap((band) => bands.get(band) ?? []))]
  return { edges, edgesBetween, isInside: (point) => isInside(point, edgesBetween(point, point).map((i) => edges[i]!)) }
}

function bandsBetween(a: LatticePoint, b: LatticePoint): number[] {
  const first = bandOf(Math.min(a[1], b[1]))
  return Array.from({ length: bandOf(Math.max(a[1], b[1])) - first + 1 }, (_, i) => first + i)
}

function isInside(point: LatticePoint, edges: readonly Edge[]): boolean {
  const crossings = edges.map(({ from, to }) => rayCrossing(point, from, to))
  return crossings.includes('touches') || crossings.filter((crossing) => crossing === 'crosses').length % 2 === 1
}
