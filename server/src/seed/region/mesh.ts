import { Delaunay } from 'd3-delaunay'
import type { OutlineIndex } from './outline-index'
import { fromPlane, middleOf } from './plane'
import { piecesOf } from './reunite'
import type { Site } from './sites'

export type Mesh = {
  sites: readonly Site[]
  delaunay: Delaunay<Site>
  /** Neighbouring sites within the county, seen without leaving it. */
  neighbours: readonly (readonly number[])[]
}

export function buildMesh(sites: readonly Site[], outline: OutlineIndex): Mesh {
  const delaunay = Delaunay.from(sites, (site) => site.x, (site) => site.y)
  const neighbours: number[][] = sites.map(() => [])
  sites.forEach((site, i) => {
    if (site.setting === 'outside') return
    for (const j of delaunay.neighbors(i)) {
      const other = sites[j]!
      if (j < i || other.setting === 'outside') continue
      if (!outline.isInside(fromPlane(middleOf(site, other)))) continue
      neighbours[i]!.push(j)
      neighbours[j]!.push(i)
    }
  })
  return { sites: withoutPockets(sites, neighbours), delaunay, neighbours }
}

/** A site in a pocket that no other site looks into counts as outside: the pocket goes to whom it touches. */
function withoutPockets(sites: readonly Site[], neighbours: Mesh['neighbours']): Site[] {
  const inside = sites.flatMap((site, i) => (site.setting === 'outside' ? [] : [i]))
  const [largest] = piecesOf(inside, neighbours).sort((a, b) => b.length - a.length)
  const connected = new Set(largest)
  return sites.map((site, i) => (connected.has(i) ? site : { ...site, setting: 'outside' }))
}

type Extension = { inside: ReadonlyMap<number, number>; layers: number }

/**
 * Lends labels to sites beyond the outline, layer by layer, so that borders run on until they have left
 * the county. Sites further out than `layers` stay undefined.
 */
export function extendOutwards(mesh: Mesh, { inside, layers }: Extension): Map<number, number> {
  const labels = new Map(inside)
  let front = [...inside.keys()]
  for (let layer = 0; layer < layers; layer++) {
    front = front.flatMap((i) => {
      const reached = [...mesh.delaunay.neighbors(i)].filter((j) => !labels.has(j))
      for (const j of reached) labels.set(j, labels.get(i)!)
      return reached
    })
  }
  return labels
}
