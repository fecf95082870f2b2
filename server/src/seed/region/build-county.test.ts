import { expect, test } from '@jest/globals'
import { ringsOf, sideOf, toLattice, toPosition, twiceArea } from '@xiangli/shared/region/geometry'
import type { Position } from '@xiangli/shared/region/geometry'
import { createLocator } from '@xiangli/shared/region/locate'
import { buildCounty } from './build-county'
import { createRandom } from './random'

const county = buildCounty()
const { divisions, grids, polygons } = county
const basic = grids.filter((grid) => grid.kind === 'basic')
const special = grids.filter((grid) => grid.kind === 'special')
const { locate } = createLocator(basic)
const outline = ringsOf(polygons.get('620821')!)

const countOf = <Item>(items: readonly Item[], isCounted: (item: Item) => boolean) => items.filter(isCounted).length
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

test('the county has its towns, villages, communities and grids', () => {
  expect(countOf(divisions, ({ kind }) => kind === 'county')).toBe(1)
  expect(countOf(divisions, ({ kind }) => kind === 'town')).toBe(14)
  expect(countOf(divisions, ({ kind }) => kind === 'pseudoStreet')).toBe(1)
  expect(countOf(divisions, ({ kind }) => kind === 'village')).toBe(212)
  expect(countOf(divisions, ({ kind }) => kind === 'community')).toBe(9)
  expect([grids.length, basic.length, special.length]).toEqual([317, 316, 1])
  expect(countOf(basic, ({ setting }) => setting === 'urban')).toBe(63)
  expect(countOf(basic, ({ setting }) => setting === 'rural')).toBe(253)
})

test('every village and community has basic grids, urban in communities only', () => {
  for (const division of divisions.filter(({ level }) => level === 'village')) {
    const own = basic.filter(({ villageId }) => villageId === division.id)
    expect(own.length).toBeGreaterThan(0)
    expect(own.every(({ setting }) => setting === (division.kind === 'community' ? 'urban' : 'rural'))).toBe(true)
    expect(own.map(({ code }) => code.slice(-3))).toEqual(own.map((_, i) => String(i + 1).padStart(3, '0')))
  }
})

test('ids and paths follow the codes, and no id is used twice', () => {
  expect(new Set([...divisions, ...grids].map(({ id }) => id)).size).toBe(divisions.length + grids.length)
  const village = divisions.find(({ code }) => code === '620821101207')
  expect(village).toMatchObject({ id: 'v101207', shortName: '太阳墩村', parentId: 't101', path: '620821/t101/v101207/', validFrom: '2023-06-30' })
  expect(grids.find(({ id }) => id === 'g100201001')).toMatchObject({
    code: '620821100201001', name: '第一网格', villageId: 'v100201', path: '620821/t100/v100201/g100201001/',
  })
})

test('areas add up exactly from grids to villages, towns and county', () => {
  const children = (parentId: string) =>
    divisions.filter((division) => division.parentId === parentId).map(({ id }) => twiceArea(polygons.get(id)!))
  for (const { id, level } of divisions) {
    const parts = level === 'village' ? basic.filter(({ villageId }) => villageId === id).map(({ polygon }) => twiceArea(polygon)) : children(id)
    expect([id, sum(parts)]).toEqual([id, twiceArea(polygons.get(id)!)])
  }
})

test('every grid and division is in one piece and contains its centre', () => {
  for (const { id, centre } of divisions) {
    expect([id, polygons.get(id)!.type]).toEqual([id, 'Polygon'])
    expect([id, sideOf(toLattice(centre), ringsOf(polygons.get(id)!))]).toEqual([id, 'inside'])
  }
  for (const { id, polygon, centre } of basic) {
    expect([id, polygon.type, locate(centre)]).toEqual([id, 'Polygon', id])
  }
})

const ringsOfGrid = new Map(basic.map(({ id, polygon }) => [id, ringsOf(polygon)]))

/** Every grid whose closed area holds the point: no index, nothing shared with locate but the test itself. */
const gridsTouching = (point: Position): string[] => {
  const spot = toLattice(point)
  return [...ringsOfGrid].filter(([, rings]) => sideOf(spot, rings) !== 'outside').map(([id]) => id).sort()
}

test('a random point is in exactly one grid within the county, in none outside', () => {
  const random = createRandom(7)
  const wrong: Position[] = []
  for (let i = 0; i < 3000; i++) {
    const point: Position = [107.08 + random() * 0.7, 35.15 + random() * 0.4]
    const isOutside = sideOf(toLattice(point), outline) === 'outside'
    const [lowest, ...others] = gridsTouching(point)
    if (isOutside !== (lowest === undefined) || others.length > 0 || locate(point) !== (lowest ?? null)) wrong.push(point)
  }
  expect(wrong).toEqual([])
})

test('on the vertices and edges of grids the lowest id of those touching answers', () => {
  const wrong: Position[] = []
  for (const { polygon } of basic.filter((_, i) => i % 11 === 0).slice(0, 30)) {
    const [ring] = ringsOf(polygon)
    ring!.forEach((from, i) => {
      const to = ring![(i + 1) % ring!.length]!
      const middle = toPosition([Math.round((from[0] + to[0]) / 2), Math.round((from[1] + to[1]) / 2)])
      for (const point of [toPosition(from), middle]) {
        if (locate(point) !== (gridsTouching(point)[0] ?? null)) wrong.push(point)
      }
    })
  }
  expect(wrong).toEqual([])
})

test('the specialised grid lies within its community, above several basic grids', () => {
  const [grid] = special
  const community = divisions.find(({ id }) => id === grid!.villageId)
  const corners = grid!.polygon.coordinates.flat() as Position[]
  expect(community).toMatchObject({ kind: 'community' })
  expect(corners.every((corner) => sideOf(toLattice(corner), ringsOf(polygons.get(community!.id)!)) === 'inside')).toBe(true)
  expect(new Set([...corners, grid!.centre].map(locate)).size).toBeGreaterThan(1)
})

test('building twice gives the same county to the byte', () => {
  const text = ({ polygons: borders, ...rest }: typeof county) => JSON.stringify({ ...rest, borders: [...borders] })
  expect(text(buildCounty())).toBe(text(county))
})
