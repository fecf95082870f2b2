import { orientation, ringsOf, sideOf, toPosition } from '@xiangli/shared/region/geometry'
import type { Area, LatticePoint, LatticeRing, Position } from '@xiangli/shared/region/geometry'

/** Trial points per side of the box around the area. */
const TRIALS = 16

/** Where to put a label: the centre of gravity, or a roomier place if that lies outside or hard by the border. */
export function centreOf(area: Area): Position {
  const rings = ringsOf(area)
  const gravity = centreOfGravity(rings)
  const trials = trialPoints(rings).map((point) => ({ point, room: roomAround(point, rings) }))
  const best = trials.reduce((a, b) => (b.room > a.room ? b : a))
  return toPosition(roomAround(gravity, rings) * 4 >= best.room ? gravity : best.point)
}

function trialPoints(rings: readonly LatticeRing[]): LatticePoint[] {
  const along = (axis: 0 | 1) => {
    const values = rings.flat().map((point) => point[axis])
    const [least, most] = [Math.min(...values), Math.max(...values)]
    return Array.from({ length: TRIALS }, (_, i) => Math.round(least + ((most - least) * (i + 0.5)) / TRIALS))
  }
  const xs = along(0)
  return along(1).flatMap((y) => xs.map((x): LatticePoint => [x, y]))
}

/** Square of the distance to the nearest vertex, nothing outside. Vertices lie close enough to stand for edges. */
function roomAround(point: LatticePoint, rings: readonly LatticeRing[]): number {
  if (sideOf(point, rings) !== 'inside') return 0
  let least = Infinity
  for (const ring of rings) {
    for (const [x, y] of ring) least = Math.min(least, (x - point[0]) * (x - point[0]) + (y - point[1]) * (y - point[1]))
  }
  return least
}

function centreOfGravity(rings: readonly LatticeRing[]): LatticePoint {
  const origin = rings[0]![0]!
  let [sum, x, y] = [0, 0, 0]
  for (const ring of rings) {
    ring.forEach((from, i) => {
      const to = ring[(i + 1) % ring.length]!
      const weight = orientation(origin, from, to)
      sum += weight
      x += weight * (from[0] - origin[0] + to[0] - origin[0])
      y += weight * (from[1] - origin[1] + to[1] - origin[1])
    })
  }
  return [Math.round(origin[0] + x / sum / 3), Math.round(origin[1] + y / sum / 3)]
}
