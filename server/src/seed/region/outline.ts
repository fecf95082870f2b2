import { orientation, toLattice, twiceRingArea } from '@xiangli/shared/region/geometry'
import type { LatticePoint } from '@xiangli/shared/region/geometry'
import { loopsOf } from './loops'
import { outlineToDegrees, readOutline } from './read-data'
import type { OutlineVertex } from './read-data'

/**
 * The county as one simple counter-clockwise ring. The published line repeats vertices, runs out and back
 * along spikes and touches itself: cut at every touch, and keep the largest loop.
 */
export function buildOutline(): LatticePoint[] {
  const vertices = readOutline()
  const loops = loopsOf(splitAtTouches(vertices))
  const largest = loops.reduce((a, b) => (Math.abs(twiceRingArea(b)) > Math.abs(twiceRingArea(a)) ? b : a))
  const ring = twiceRingArea(largest) > 0 ? largest : largest.toReversed()
  return ring.map((vertex) => toLattice(outlineToDegrees(vertex)))
}

/** Makes a vertex lying in the middle of another edge a vertex of that edge too. */
function splitAtTouches(vertices: readonly OutlineVertex[]): OutlineVertex[] {
  const isVertex = new Set(vertices.map(String))
  return vertices.flatMap((from, i) => {
    const to = vertices[(i + 1) % vertices.length]!
    return [from, ...latticePointsBetween(from, to).filter((point) => isVertex.has(String(point)))]
  })
}

function latticePointsBetween(from: OutlineVertex, to: OutlineVertex): OutlineVertex[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const steps = Math.max(Math.abs(dx), Math.abs(dy))
  const between: OutlineVertex[] = []
  for (let step = 1; step < steps; step++) {
    const point: OutlineVertex = [from[0] + Math.round((dx * step) / steps), from[1] + Math.round((dy * step) / steps)]
    if (orientation(from, to, point) === 0) between.push(point)
  }
  return between
}
