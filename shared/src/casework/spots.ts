import type { Point } from '../core/fields'
import { degreesFor } from '../region/distance'

/** Some 250 m each way at these latitudes: a villager's radius touches nine, an inspector's some eighty. */
const LNG_STEP = 0.003
const LAT_STEP = 0.0025

const column = (lng: number): number => Math.floor(lng / LNG_STEP)
const row = (lat: number): number => Math.floor(lat / LAT_STEP)

/** The square a point lies in, as a key. */
export const spotOf = ([lng, lat]: Point): string => `${column(lng)}.${row(lat)}`

/** Every square that a circle of so many metres touches, and a few at its corners. */
export const spotsAround = ([lng, lat]: Point, metres: number): string[] => {
  const reach = degreesFor(metres, lat)
  const spots: string[] = []
  for (let x = column(lng - reach.lng); x <= column(lng + reach.lng); x += 1) {
    for (let y = row(lat - reach.lat); y <= row(lat + reach.lat); y += 1) spots.push(`${x}.${y}`)
  }
  return spots
}

const COARSE = 0.001

/** The middle of the hundred metres a point lies in: what is measured from it never tells a doorstep. */
export const coarse = ([lng, lat]: Point): Point => [(Math.floor(lng / COARSE) + 0.5) * COARSE, (Math.floor(lat / COARSE) + 0.5) * COARSE]
