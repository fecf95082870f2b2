import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type DivisionRow = { code: string; level: 'county' | 'town' | 'village'; name: string; parent: string }
/** A vertex of the published outline, in its own lattice of 1/1024 degree. */
export type OutlineVertex = readonly [number, number]

const OUTLINE_STEPS_PER_DEGREE = 1024

const readData = (name: string): string =>
  readFileSync(join(process.env.XIANGLI_ROOT ?? process.cwd(), 'server/src/seed/data', name), 'utf8')

export function readDivisionRows(): DivisionRow[] {
  const [, ...lines] = readData('jingchuan-divisions.csv').trim().split(/\r?\n/)
  return lines.map((line) => {
    const [code, level, name, parent] = line.split(',')
    if (!code || !name || !parent || !isLevel(level)) throw new Error(`unreadable division: ${line}`)
    return { code, level, name, parent }
  })
}

const isLevel = (level: string | undefined): level is DivisionRow['level'] =>
  level === 'county' || level === 'town' || level === 'village'

export function readOutline(): OutlineVertex[] {
  const parsed = JSON.parse(readData('jingchuan-boundary.geojson')) as {
    features: { geometry: { coordinates: [number, number][][] } }[]
  }
  const ring = parsed.features[0]?.geometry.coordinates[0]
  if (!ring) throw new Error('the boundary file holds no outline')
  return ring.map(([lng, lat]) => [Math.round(lng * OUTLINE_STEPS_PER_DEGREE), Math.round(lat * OUTLINE_STEPS_PER_DEGREE)])
}

export const outlineToDegrees = ([x, y]: OutlineVertex): [number, number] => [
  x / OUTLINE_STEPS_PER_DEGREE,
  y / OUTLINE_STEPS_PER_DEGREE,
]
