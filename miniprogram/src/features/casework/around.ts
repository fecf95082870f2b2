import type { LonLat } from '@/components/MapView'

export interface View { west: number; south: number; east: number; north: number }

/** Drawn by this much: a glance at a phone tells some thirty marks apart, not three hundred. */
const ACROSS = 6

export interface Cluster {
  id: string
  at: LonLat
  ids: string[]
}

/** What lies close together at this width is one mark with a number; the same view gives the same marks. */
export function clustersOf(items: readonly { id: string; spot: LonLat }[], { west, east }: View): Cluster[] {
  const step = Math.max((east - west) / ACROSS, 1e-6)
  const cells = new Map<string, { ids: string[]; lng: number; lat: number }>()
  for (const { id, spot: [lng, lat] } of items) {
    const key = `${Math.floor(lng / step)}.${Math.floor(lat / step)}`
    const cell = cells.get(key) ?? { ids: [], lng: 0, lat: 0 }
    cells.set(key, { ids: [...cell.ids, id], lng: cell.lng + lng, lat: cell.lat + lat })
  }
  return [...cells].map(([id, { ids, lng, lat }]) => ({ id, ids, at: [lng / ids.length, lat / ids.length] as const }))
}

/** A view asked for a little wider than it is and to some hundred metres, so that a small push asks nothing new. */
export function askedView({ west, south, east, north }: View): View {
  const [wide, high] = [(east - west) * 0.1, (north - south) * 0.1]
  const down = (value: number) => Math.floor(value * 1000) / 1000
  const up = (value: number) => Math.ceil(value * 1000) / 1000
  return { west: Math.max(-180, down(west - wide)), south: Math.max(-90, down(south - high)), east: Math.min(180, up(east + wide)), north: Math.min(90, up(north + high)) }
}
