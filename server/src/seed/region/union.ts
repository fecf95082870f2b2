import { sideOf, toPosition, twiceRingArea } from '@xiangli/shared/region/geometry'
import type { Area, LatticePoint, Position } from '@xiangli/shared/region/geometry'
import { facesOf, labelAcross } from './faces'
import type { HalfEdge } from './faces'
import { groupBy } from './group-by'
import { loopsOf } from './loops'

/**
 * Draws each unit around its grids: what two grids of one unit share vanishes, everything else is kept
 * vertex by vertex, so that units of every level fit together exactly.
 */
export function drawUnits(edges: readonly HalfEdge[], unitOf: (label: number) => string): Map<string, Area> {
  const border = edges.filter((edge) => {
    const across = labelAcross(edge)
    return across < 0 || unitOf(across) !== unitOf(edge.label)
  })
  const byUnit = groupBy(border, ({ label }) => unitOf(label))
  return new Map([...byUnit].map(([unit, own]) => [unit, areaWithin(own)]))
}

function areaWithin(border: readonly HalfEdge[]): Area {
  // Without twins: the far side belongs to another unit, and no walk may turn back on it.
  const walks = facesOf(border.map(({ from, to, label }) => ({ from, to, label })))
  const loops = walks.flatMap((walk) => loopsOf(walk.map(({ from }) => from)))
  const outer = loops.filter((loop) => twiceRingArea(loop) > 0)
  const holes = loops.filter((loop) => twiceRingArea(loop) < 0)
  const polygons = outer.map((ring) => [ring, ...holes.filter((hole) => holds(ring, hole))].map(closed))
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
}

const holds = (ring: readonly LatticePoint[], hole: readonly LatticePoint[]): boolean => {
  const decisive = hole.map((point) => sideOf(point, [ring])).find((side) => side !== 'border')
  return decisive === 'inside'
}

const closed = (ring: readonly LatticePoint[]): Position[] => [...ring, ring[0]!].map(toPosition)
