import type { Area, Position } from '@xiangli/shared/region/geometry'

/**
 * A second opinion on the map, sharing no code with the locator or the generator: winding numbers instead of
 * even-odd rays, BigInt areas, no index.
 */
export type Steps = readonly [number, number]
export type Shape = { id: string; rings: readonly (readonly Steps[])[] }
type Edge = readonly [Steps, Steps]

export const stepsOf = ({ type, coordinates }: Area): Steps[][] =>
  (type === 'Polygon' ? coordinates : coordinates.flat()).map((ring) =>
    ring.slice(1).map(([lng, lat]): Steps => [Math.round(lng * 1e6), Math.round(lat * 1e6)]),
  )

export function twiceAreaOf(rings: readonly (readonly Steps[])[]): bigint {
  return rings.flatMap(edgesOf).reduce((sum, [[ax, ay], [bx, by]]) => sum + BigInt(ax) * BigInt(by) - BigInt(bx) * BigInt(ay), 0n)
}

const edgesOf = (ring: readonly Steps[]): Edge[] => ring.map((from, i) => [from, ring[(i + 1) % ring.length]!] as const)

export function lowestTouching(point: Position, shapes: readonly Shape[]) {
  const spot: Steps = [Math.round(point[0] * 1e6), Math.round(point[1] * 1e6)]
  const touching = shapes.map(({ id, rings }) => ({ id, winding: windingOf(spot, rings) })).filter(({ winding }) => winding !== 0)
  const ids = touching.map(({ id }) => id).sort()
  return { lowest: ids[0] ?? null, touching: ids.length, isOnBorder: touching.some(({ winding }) => winding === 'border') }
}

function windingOf(spot: Steps, rings: Shape['rings']): number | 'border' {
  let winding = 0
  for (const ring of rings) {
    let from = ring[ring.length - 1]!
    for (const to of ring) {
      const turn = (to[0] - from[0]) * (spot[1] - from[1]) - (to[1] - from[1]) * (spot[0] - from[0])
      if (turn === 0 && isBetween(spot, [from, to])) return 'border'
      if (from[1] <= spot[1] && to[1] > spot[1] && turn > 0) winding++
      if (from[1] > spot[1] && to[1] <= spot[1] && turn < 0) winding--
      from = to
    }
  }
  return winding
}

const isBetween = ([x, y]: Steps, [from, to]: Edge): boolean =>
  (x - from[0]) * (x - to[0]) <= 0 && (y - from[1]) * (y - to[1]) <= 0

/** In an exact tiling each edge is walked once each way, or once by a grid and once by the county's outline. */
export function countUnpairedEdges(shapes: readonly Shape[], county: Shape['rings']): number {
  const nameOf = ([from, to]: Edge) => `${String(from)} ${String(to)}`
  const walked = shapes.flatMap(({ rings }) => rings.flatMap(edgesOf))
  const names = new Set(walked.map(nameOf))
  const outline = new Set(county.flatMap(edgesOf).map(nameOf))
  const unpaired = walked.filter(([from, to]) => names.has(nameOf([to, from])) === outline.has(nameOf([from, to])))
  return unpaired.length + (walked.length - names.size) + [...outline].filter((name) => !names.has(name)).length
}

/** Edges that meet anywhere but at a common end; by a sweep from west to east. */
export function countCrossings(shapes: readonly Shape[]): number {
  const isCanonical = ([from, to]: Edge) => from[0] < to[0] || (from[0] === to[0] && from[1] < to[1])
  const canonical = shapes.flatMap(({ rings }) => rings.flatMap(edgesOf)).map((edge): Edge => (isCanonical(edge) ? edge : [edge[1], edge[0]]))
  const edges = [...new Map(canonical.map((edge) => [String(edge), edge])).values()].sort((a, b) => a[0][0] - b[0][0])
  let crossings = 0
  edges.forEach((edge, i) => {
    for (let j = i + 1; j < edges.length && edges[j]![0][0] <= edge[1][0]; j++) if (doMeet(edge, edges[j]!)) crossings++
  })
  return crossings
}

function doMeet(one: Edge, other: Edge): boolean {
  const side = ([from, to]: Edge, [x, y]: Steps) => Math.sign((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]))
  const isEnd = (end: Steps, [from, to]: Edge) => String(end) === String(from) || String(end) === String(to)
  const sides = [side(one, other[0]), side(one, other[1]), side(other, one[0]), side(other, one[1])] as const
  const isTouchedWithin = (edge: Edge, by: Edge) =>
    by.some((end) => side(edge, end) === 0 && isBetween(end, edge) && !isEnd(end, edge))
  return (sides[0] * sides[1] < 0 && sides[2] * sides[3] < 0) || isTouchedWithin(one, other) || isTouchedWithin(other, one)
}
