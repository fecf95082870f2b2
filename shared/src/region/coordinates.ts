type LonLat = readonly [number, number]

const EARTH = 6_378_245
const ECCENTRICITY = 0.006_693_421_622_965_943
const rad = (degrees: number): number => (degrees * Math.PI) / 180
const wave = (x: number, ...terms: readonly [number, number][]): number =>
  terms.reduce((sum, [size, turns]) => sum + size * Math.sin(turns * x * Math.PI), 0) * (2 / 3)

const northward = (x: number, y: number): number =>
  -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + wave(x, [20, 6], [20, 2]) + wave(y, [20, 1], [40, 1 / 3]) + wave(y, [160, 1 / 12], [320, 1 / 30])

const eastward = (x: number, y: number): number =>
  300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + wave(x, [20, 6], [20, 2], [20, 1], [40, 1 / 3], [150, 1 / 12], [300, 1 / 30])

/** What the world's systems say (WGS-84) in what our records and WeChat use (GCJ-02), some 500 m apart. */
export const gcjOf = ([longitude, latitude]: LonLat): [number, number] => {
  const [x, y] = [longitude - 105, latitude - 35]
  const bend = 1 - ECCENTRICITY * Math.sin(rad(latitude)) ** 2
  const north = (northward(x, y) * 180) / (((EARTH * (1 - ECCENTRICITY)) / (bend * Math.sqrt(bend))) * Math.PI)
  const east = (eastward(x, y) * 180) / ((EARTH / Math.sqrt(bend)) * Math.cos(rad(latitude)) * Math.PI)
  return [longitude + east, latitude + north]
}

/** There is no formula for the way back: a few rounds of correction come to within a millimetre. */
export const wgsOf = (point: LonLat): [number, number] => {
  let guess: [number, number] = [point[0], point[1]]
  for (let round = 0; round < 6; round += 1) {
    const [longitude, latitude] = gcjOf(guess)
    guess = [guess[0] + point[0] - longitude, guess[1] + point[1] - latitude]
  }
  return guess
}
