import type { Mesh } from './mesh'
import { squaredDistance } from './plane'
import type { PlanePoint } from './plane'

/**
 * The part nearest the middle first, the others clockwise from north: villages whose codes follow each
 * other then mostly are neighbours, as in life.
 */
export function middleThenClockwise(mesh: Mesh, parts: readonly number[][]): number[][] {
  const middle = meanOf(mesh, parts.flat())
  const centres = new Map(parts.map((part) => [part, meanOf(mesh, part)]))
  const fromMiddle = (part: number[]): PlanePoint => {
    const centre = centres.get(part)!
    return { x: centre.x - middle.x, y: centre.y - middle.y }
  }
  const distance = (part: number[]) => squaredDistance(centres.get(part)!, middle)
  const [central, ...others] = parts.toSorted((a, b) => distance(a) - distance(b))
  return [central!, ...others.sort((a, b) => bearing(fromMiddle(a)) - bearing(fromMiddle(b)))]
}

export function southWesternmost(mesh: Mesh, parts: readonly number[][]): number {
  const reach = parts.map((part) => meanOf(mesh, part)).map(({ x, y }) => x + y)
  return reach.indexOf(Math.min(...reach))
}

function meanOf(mesh: Mesh, part: readonly number[]): PlanePoint {
  let [x, y, mass] = [0, 0, 0]
  for (const i of part) {
    const site = mesh.sites[i]!
    x += site.x * site.mass
    y += site.y * site.mass
    mass += site.mass
  }
  return { x: x / mass, y: y / mass }
}

/** Grows from 0 (north) through 1 (east), 2, 3 (west) to 4, without trigonometry, which differs by engine. */
function bearing({ x, y }: PlanePoint): number {
  const part = (along: number) => Math.abs(along) / (Math.abs(x) + Math.abs(y))
  if (x >= 0 && y > 0) return part(x)
  if (x > 0) return 1 + part(y)
  return y < 0 ? 2 + part(x) : 3 + part(y)
}
