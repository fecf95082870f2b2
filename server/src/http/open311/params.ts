import { refuseGeo } from './answer'

type Given = URLSearchParams

/** Empty is the same as not given, and the last of several counts. */
export const oneOfParam = (given: Given, name: string): string | undefined => given.getAll(name).at(-1)?.trim() || undefined

export const listParam = (given: Given, name: string, most: number): string[] | undefined => {
  const items = given.getAll(name).flatMap((each) => each.split(',')).map((each) => each.trim()).filter(Boolean)
  if (items.length > most) refuseGeo(400, `${name}: at most ${most} values`)
  return items.length > 0 ? [...new Set(items)] : undefined
}

const W3 = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d))?$/

/** A day alone is its beginning in UTC. A plus sign that came as a blank is read as the plus it was. */
export const instantParam = (given: Given, name: string): Date | undefined => {
  const value = oneOfParam(given, name)
  if (value === undefined) return undefined
  const written = value.replace(' ', '+')
  const at = W3.test(written) ? new Date(written) : undefined
  const isReal = at && !Number.isNaN(at.getTime()) && isCalendarDay(written)
  return isReal ? at : refuseGeo(400, `${name}: not a W3C date and time, e.g. 2010-01-01T00:00:00Z`)
}

const isCalendarDay = (written: string): boolean => {
  const [year = 0, month = 0, day = 0] = written.slice(0, 10).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(written.slice(0, 10))
}

export const wholeParam = (given: Given, name: string, { least, most, usual }: { least: number; most: number; usual: number }): number => {
  const value = oneOfParam(given, name)
  if (value === undefined) return usual
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN
  return number >= least && number <= most ? number : refuseGeo(400, `${name}: a whole number from ${least} to ${most}`)
}

export const degreesParam = (given: Given, name: string, most: number): number | undefined => {
  const value = oneOfParam(given, name)
  if (value === undefined) return undefined
  const number = /^[+-]?\d{1,3}(\.\d{1,15})?$/.test(value) ? Number(value) : Number.NaN
  return Math.abs(number) <= most ? number : refuseGeo(400, `${name}: degrees between -${most} and ${most}`)
}

/** `bbox=west,south,east,north`, WGS84. */
export const boxParam = (given: Given): { west: number; south: number; east: number; north: number } | undefined => {
  const value = oneOfParam(given, 'bbox')
  if (value === undefined) return undefined
  const numbers = value.split(',').map((each) => (/^\s*-?\d{1,3}(\.\d{1,15})?\s*$/.test(each) ? Number(each) : Number.NaN))
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers
  const isBox = numbers.length === 4 && west < east && south < north && Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90
  return isBox ? { west, south, east, north } : refuseGeo(400, 'bbox: west,south,east,north in degrees')
}
