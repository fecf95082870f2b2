import { orientation } from '@xiangli/shared/region/geometry'
import type { LatticePoint } from '@xiangli/shared/region/geometry'
import type { Segment } from './borders'
import type { Edge, OutlineIndex } from './outline-index'

type Crossing = { point: LatticePoint; onSegment: number; onOutline: number }
export type Cut = { outline: LatticePoint[]; segments: Segment[] }

/**
 * Cuts the borders off at the outline and makes each crossing a vertex of both. A crossing is rounded to
 * the lattice, so the outline may give way there by half a step (5 cm).
 */
export function cutAtOutline(segments: readonly Segment[], { edges, edgesBetween, isInside }: OutlineIndex): Cut {
  const crossings = edges.map((): Crossing[] => [])
  const kept = segments.flatMap((segment) => {
    const met = edgesBetween(segment.from, segment.to).flatMap((i) => {
      const crossing = crossingOf(segment, edges[i]!)
      if (!crossing) return []
      crossings[i]!.push(crossing)
      return [crossing]
    })
    return insideParts(segment, { crossings: met, startsInside: isInside(segment.from) })
  })
  const ring = edges.flatMap(({ from }, i) => {
    const inOrder = crossings[i]!.sort((a, b) => a.onOutline - b.onOutline)
    return [from, ...inOrder.map(({ point }) => point)]
  })
  return { outline: ring.filter((point, i) => !isSame(point, ring.at(i - 1)!)), segments: kept }
}

/** A vertex exactly on the other line counts as left of it, so that every touch is one crossing or none. */
function crossingOf(segment: Edge, edge: Edge): Crossing | undefined {
  if (isApart(segment, edge)) return undefined
  const [start, end] = [orientation(edge.from, edge.to, segment.from), orientation(edge.from, edge.to, segment.to)]
  if (start >= 0 === end >= 0) return undefined
  const [first, last] = [orientation(segment.from, segment.to, edge.from), orientation(segment.from, segment.to, edge.to)]
  if (first >= 0 === last >= 0) return undefined
  const onSegment = start / (start - end)
  const along = (axis: 0 | 1) => Math.round(segment.from[axis] + onSegment * (segment.to[axis] - segment.from[axis]))
  return { point: [along(0), along(1)], onSegment, onOutline: first / (first - last) }
}

type Course = { crossings: readonly Crossing[]; startsInside: boolean }

function insideParts(segment: Segment, { crossings, startsInside }: Course): Segment[] {
  const inOrder = crossings.toSorted((a, b) => a.onSegment - b.onSegment)
  const stops = [segment.from, ...inOrder.map(({ point }) => point), segment.to]
  const parts: Segment[] = []
  for (let i = startsInside ? 0 : 1; i + 1 < stops.length; i += 2) {
    const part = { ...segment, from: stops[i]!, to: stops[i + 1]! }
    if (!isSame(part.from, part.to)) parts.push(part)
  }
  return parts
}

const isApart = (a: Edge, b: Edge): boolean =>
  [0, 1].some((axis) => areApart(spanOf(a, axis), spanOf(b, axis)))

type Span = { least: number; most: number }
const areApart = (a: Span, b: Span): boolean => a.most < b.least || b.most < a.least

const spanOf = ({ from, to }: Edge, axis: number): Span => {
  const [start, end] = [from[axis] ?? 0, to[axis] ?? 0]
  return { least: Math.min(start, end), most: Math.max(start, end) }
}

const isSame = (a: LatticePoint, b: LatticePoint): boolean => a[0] === b[0] && a[1] === b[1]
