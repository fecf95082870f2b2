import type { LonLat } from '@/components/MapView'

export interface View { west: number; south: number; east: number; north: number }

/** A mark and the room around it, as a part of the view's width: two never lie on each other. */
const APART = 0.16
/** A degree north is drawn longer than a degree east at this latitude. */
const TALLER = 1.23

export interface Cluster {
  id: string
  at: LonLat
  ids: string[]
}

/** What lies close together at this width is one mark with a number, where the first of it lies; the same items give the same marks. */
export function clustersOf(items: readonly { id: string; spot: LonLat }[], { west, east }: View): Cluster[] {
  const apart = Math.max((east - west) * APART, 1e-6)
  const clusters: Cluster[] = []
  for (const { id, spot } of items) {
    const near = clusters.find(({ at }) => Math.hypot(at[0] - spot[0], (at[1] - spot[1]) * TALLER) < apart)
    if (near) near.ids.push(id)
    else clusters.push({ id, at: spot, ids: [id] })
  }
  return clusters
}

/** A view asked for a little wider than it is and to some hundred metres, so that a small push asks nothing new. */
export function askedView({ west, south, east, north }: View): View {
  const [wide, high] = [(east - west) * 0.1, (north - south) * 0.1]
  const down = (value: number) => Math.floor(value * 1000) / 1000
  const up = (value: number) => Math.ceil(value * 1000) / 1000
  return { west: Math.max(-180, down(west - wide)), south: Math.max(-90, down(south - high)), east: Math.min(180, up(east + wide)), north: Math.min(90, up(north + high)) }
}
