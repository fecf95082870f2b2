import type { LatticePoint } from '@xiangli/shared/region/geometry'
import { extendOutwards } from './mesh'
import type { Mesh } from './mesh'
import { fromPlane, middleOf } from './plane'
import type { PlanePoint } from './plane'

/** A piece of border, with the grid on either side of it. */
export type Segment = { from: LatticePoint; to: LatticePoint; left: number; right: number }
type Corner = { label: number; site: PlanePoint }
type Triangle = { corners: readonly Corner[]; middles: readonly PlanePoint[]; centre: PlanePoint }

const LAYERS_BEYOND = 6

/**
 * The borders between the cells of different grids. Within one triangle of sites all in different grids the
 * three borders meet at its circumcentre; where only one site differs, the border takes the short cut
 * between the middles of two cell edges. A short cut lies within a single convex cell, so borders never
 * cross; and they run smoothly where the edges of the cells zigzag.
 */
export function bordersBetween(mesh: Mesh, gridOfSite: ReadonlyMap<number, number>): Segment[] {
  const labels = extendOutwards(mesh, { inside: gridOfSite, layers: LAYERS_BEYOND })
  const inner = extendOutwards(mesh, { inside: gridOfSite, layers: LAYERS_BEYOND - 1 })
  const centres = circumcentresOf(mesh)
  const { triangles, halfedges } = mesh.delaunay
  const segments: Segment[] = []
  for (let first = 0; first < triangles.length; first += 3) {
    const edges = [first, first + 1, first + 2]
    const sites = edges.map((edge) => triangles[edge]!)
    if (!sites.every((site) => labels.has(site)) || !sites.some((site) => inner.has(site))) continue
    const corners = sites.map((site): Corner => ({ label: labels.get(site)!, site: mesh.sites[site]! }))
    // Across edge i lie corners i and i + 1; its cell edge runs to the centre of the triangle beyond.
    const centre = centres[first / 3]!
    const middles = edges.map((edge) => middleOf(centre, centres[Math.floor(halfedges[edge]! / 3)]!))
    segments.push(...withinTriangle({ corners, middles, centre }))
  }
  return segments.filter(({ from, to }) => from[0] !== to[0] || from[1] !== to[1])
}

function withinTriangle({ corners, middles, centre }: Triangle): Segment[] {
  const [a, b, c] = corners as [Corner, Corner, Corner]
  const isClockwise = (b.site.x - a.site.x) * (c.site.y - a.site.y) < (b.site.y - a.site.y) * (c.site.x - a.site.x)
  const draw = ([start, end]: readonly [PlanePoint, PlanePoint], [left, right]: readonly [number, number]): Segment => {
    const [from, to] = isClockwise ? [end, start] : [start, end]
    return { from: fromPlane(from), to: fromPlane(to), left, right }
  }
  const crossed = [0, 1, 2].filter((i) => corners[i]!.label !== corners[(i + 1) % 3]!.label)
  // Going out from the centre across the edge from corner i to corner i + 1, corner i + 1 is on the left.
  if (crossed.length === 3) {
    return crossed.map((i) => draw([centre, middles[i]!], [corners[(i + 1) % 3]!.label, corners[i]!.label]))
  }
  if (crossed.length === 0) return []
  // The differing corner has the two crossed edges on its sides: the one arriving at it and the one leaving it.
  const odd = [0, 1, 2].find((i) => crossed.includes(i) && crossed.includes((i + 2) % 3))!
  const other = corners[(odd + 1) % 3]!.label
  return [draw([middles[odd]!, middles[(odd + 2) % 3]!], [corners[odd]!.label, other])]
}

function circumcentresOf({ delaunay, sites }: Mesh): PlanePoint[] {
  const { triangles } = delaunay
  return Array.from({ length: triangles.length / 3 }, (_, t) => {
    const corner = (i: number): PlanePoint => sites[triangles[3 * t + i]!]!
    const [a, b, c] = [corner(0), corner(1), corner(2)]
    const [dx, dy, ex, ey] = [b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y]
    const double = 2 * (dx * ey - dy * ex)
    const [dd, ee] = [dx * dx + dy * dy, ex * ex + ey * ey]
    return { x: a.x + (ey * dd - dy * ee) / double, y: a.y + (dx * ee - ex * dd) / double }
  })
}
