import type { Region } from './county-map'
import { boxOf, type Box } from './boxes'
import { countyMap } from './regions'

const touch = (a: Box, b: Box): boolean => a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north

/** Ids of the regions of a level whose box meets the box in view: at least all that lie in it. */
export const regionsTouching = (view: Box, level: Region['level']): string[] =>
  [...countyMap().regions.values()].flatMap((region) => {
    const box = boxOf(region.id)
    return region.level === level && box && touch(box, view) ? [region.id] : []
  })
