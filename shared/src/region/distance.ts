import type { Position } from './geometry'

const EARTH_METRES = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two points over the sphere (haversine). */
export const metresBetween = ([lngA, latA]: Position, [lngB, latB]: Position): number => {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2
  const h = half(latA, latB) + Math.cos(radians(latA)) * Math.cos(radians(latB)) * half(lngA, lngB)
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Degrees that take in so many metres to each side at this latitude, a little more rather than less. */
export const degreesFor = (metres: number, lat: number): { lng: number; lat: number } => {
  const perDegree = radians(1) * EARTH_METRES
  const narrowest = Math.cos(radians(Math.min(89, Math.abs(lat) + metres / perDegree)))
  return { lat: metres / perDegree, lng: metres / (perDegree * narrowest) }
}
