import { createLocator } from '@xiangli/shared/region/locate'
import type { Area, Position } from '@xiangli/shared/region/geometry'
import { buildCounty } from '../../server/src/seed/region/build-county'
import type { County } from '../../server/src/seed/region/build-county'
import { createRandom } from '../../server/src/seed/region/random'
import { countCrossings, countUnpairedEdges, lowestTouching, stepsOf, twiceAreaOf } from './region-check'
import type { Shape } from './region-check'

export type Proof = { title: string; figures: Record<string, string | number>; ok: boolean }
type Figures = Proof['figures']

const RANDOM_POINTS = 100_000

/** Design section 5 of the walking skeleton: point location, and areas that add up. */
export async function prove(): Promise<Proof> {
  const startedAt = performance.now()
  const county = buildCounty()
  const buildMs = Math.round(performance.now() - startedAt)
  const basic = county.grids.filter((grid) => grid.kind === 'basic')
  const shapes = basic.map(({ id, polygon }): Shape => ({ id, rings: stepsOf(polygon) }))
  const { locate } = createLocator(basic)

  const checks = {
    ...randomPoints(shapes, locate),
    ...borderPoints(shapes, locate),
    ...malformedPoints(locate),
    ...structure(county, shapes),
    'second build differs': Number(textOf(buildCounty()) !== textOf(county)),
  }
  const figures: Figures = {
    ...inventory(county),
    'build ms': buildMs,
    'located per second': ratePerSecond(locate),
    ...checks,
  }
  // Whatever does not count points counts faults.
  const faults = Object.entries(checks).filter(([name]) => !name.startsWith('points'))
  const ok = faults.every(([, count]) => count === 0) && figures['grids'] === '317 = 63 urban + 253 rural + 1 special'
  return { title: 'region.locate: every point in exactly one basic grid; areas add up', figures, ok }
}

type Locate = (point: Position) => string | null

function randomPosition(random: () => number): Position {
  return [107.08 + random() * 0.7, 35.15 + random() * 0.4]
}

function randomPoints(shapes: readonly Shape[], locate: Locate) {
  const random = createRandom(20261122)
  const counts = { 'points inside': 0, 'points outside': 0, 'points on borders': 0, 'located otherwise than by brute force': 0 }
  let inSeveral = 0
  for (let i = 0; i < RANDOM_POINTS; i++) {
    const point = randomPosition(random)
    const { lowest, touching, isOnBorder } = lowestTouching(point, shapes)
    counts[lowest === null ? 'points outside' : 'points inside']++
    if (isOnBorder) counts['points on borders']++
    if (touching > 1 && !isOnBorder) inSeveral++
    if (locate(point) !== lowest) counts['located otherwise than by brute force']++
  }
  return { ...counts, 'off the borders, yet in several grids': inSeveral }
}

/** All vertices, and the middles of all edges, each to the nearest lattice point. */
function borderPoints(shapes: readonly Shape[], locate: Locate) {
  const points = shapes.flatMap(({ rings }) =>
    rings.flatMap((ring) =>
      ring.flatMap((from, i) => {
        const to = ring[(i + 1) % ring.length]!
        return [from, [Math.round((from[0] + to[0]) / 2), Math.round((from[1] + to[1]) / 2)] as const]
      }),
    ),
  )
  const positions = points.map(([x, y]): Position => [x / 1e6, y / 1e6])
  const wrong = positions.filter((point) => locate(point) !== lowestTouching(point, shapes).lowest)
  const unstable = positions.filter((point) => locate(point) !== locate([...point]))
  return { 'points at vertices and edge middles': points.length, 'border points located wrongly': wrong.length + unstable.length }
}

function malformedPoints(locate: Locate) {
  const points = [[NaN, 35.3], [107.3, NaN], [Infinity, 35.3], [107.3, -Infinity], [287, 35], [107, 99], [107.3], ['107.3', '35.3'], null]
  const outside: Position[] = [[0, 0], [-107.4, 35.3], [107.4, -35.3], [180, 90], [107.4, 36], [106, 35.3], [108.5, 35.3], [107.4, 34]]
  return { 'malformed or far points located': [...(points as Position[]), ...outside].filter((point) => locate(point) !== null).length }
}

function structure({ divisions, grids, polygons }: County, shapes: readonly Shape[]) {
  const basic = grids.filter((grid) => grid.kind === 'basic')
  const areaOf = (area: Area) => twiceAreaOf(stepsOf(area))
  const sum = (areas: readonly Area[]) => areas.reduce((total, area) => total + areaOf(area), 0n)
  const partsOf = (id: string) => [
    ...divisions.filter(({ parentId }) => parentId === id).map((part) => polygons.get(part.id)!),
    ...basic.filter(({ villageId }) => villageId === id).map(({ polygon }) => polygon),
  ]
  const county = stepsOf(polygons.get('620821')!)
  return {
    'units whose parts do not add up exactly': divisions.filter(({ id }) => sum(partsOf(id)) !== areaOf(polygons.get(id)!)).length,
    'units and grids in several pieces': [...polygons.values(), ...basic.map(({ polygon }) => polygon)].filter(({ type }) => type !== 'Polygon').length,
    'edges without their counterpart': countUnpairedEdges(shapes, county),
    'edges that cross': countCrossings(shapes),
  }
}

function inventory({ divisions, grids, polygons }: County): Figures {
  const kinds = ['town', 'pseudoStreet', 'village', 'community'].map((kind) => `${divisions.filter((division) => division.kind === kind).length} ${kind}`)
  const settings = ['urban', 'rural'].map((setting) => `${grids.filter((grid) => grid.kind === 'basic' && grid.setting === setting).length} ${setting}`)
  const twiceArea = twiceAreaOf(stepsOf(polygons.get('620821')!))
  return {
    divisions: kinds.join(', '),
    grids: `${grids.length} = ${settings.join(' + ')} + ${grids.filter((grid) => grid.kind === 'special').length} special`,
    'twice the area of the county, square lattice steps': String(twiceArea),
  }
}

function ratePerSecond(locate: Locate): number {
  const random = createRandom(1)
  const points = Array.from({ length: RANDOM_POINTS }, () => randomPosition(random))
  const startedAt = performance.now()
  for (const point of points) locate(point)
  return Math.round(RANDOM_POINTS / ((performance.now() - startedAt) / 1000))
}

const textOf = ({ polygons, ...rest }: County): string => JSON.stringify({ ...rest, polygons: [...polygons] })
