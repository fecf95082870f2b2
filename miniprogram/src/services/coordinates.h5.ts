import type { LonLat } from '@/components/MapView'

/** All a browser can be asked for: any other system is refused. */
export const ASKED = 'wgs84'

const EARTH = 6_378_245
const ECCENTRICITY = 0.006_693_421_622_965_943
const rad = (degrees: number) => (degrees * Math.PI) / 180
const wave = (x: number, ...terms: readonly [number, number][]) => terms.reduce((sum, [size, turns]) => sum + size * Math.sin(turns * x * Math.PI), 0) * (2 / 3)

function northward(x: number, y: number) {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  return plain + wave(x, [20, 6], [20, 2]) + wave(y, [20, 1], [40, 1 / 3]) + wave(y, [160, 1 / 12], [320, 1 / 30])
}

function eastward(x: number, y: number) {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  return plain + wave(x, [20, 6], [20, 2], [20, 1], [40, 1 / 3], [150, 1 / 12], [300, 1 / 30])
}

/** Browsers answer in WGS-84; the records are in GCJ-02, some 500 m apart. */
export function toShared([longitude, latitude]: LonLat): LonLat {
  const x = longitude - 105
  const y = latitude - 35
  const bend = 1 - ECCENTRICITY * Math.sin(rad(latitude)) ** 2
  const north = (northward(x, y) * 180) / (((EARTH * (1 - ECCENTRICITY)) / (bend * Math.sqrt(bend))) * Math.PI)
  const east = (eastward(x, y) * 180) / ((EARTH / Math.sqrt(bend)) * Math.cos(rad(latitude)) * Math.PI)
  return [longitude + east, latitude + north]
}
