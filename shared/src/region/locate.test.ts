import { expect, test } from '@jest/globals'
import type { Polygon, Position } from './geometry'
import { createLocator } from './locate'

const box = (west: number, south: number): Position[] =>
  [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]].map(([dx, dy]): Position => [(west + dx!) / 1000, (south + dy!) / 1000])
const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings })
const at = (x: number, y: number): Position => [x / 1000, y / 1000]

const four = [
  { id: 'd', polygon: polygon(box(0, 0)) },
  { id: 'b', polygon: polygon(box(1, 0)) },
  { id: 'c', polygon: polygon(box(0, 1)) },
  { id: 'a', polygon: polygon(box(1, 1)) },
]

test('a point within a grid is in that grid', () => {
  const { locate } = createLocator(four)
  expect([at(0.5, 0.5), at(1.5, 0.5), at(0.5, 1.5), at(1.5, 1.5)].map(locate)).toEqual(['d', 'b', 'c', 'a'])
})

test('on a shared edge or vertex the lowest id answers, in whatever order grids are given', () => {
  for (const grids of [four, four.toReversed()]) {
    const { locate } = createLocator(grids)
    expect(locate(at(1, 0.5))).toBe('b')
    expect(locate(at(0.5, 1))).toBe('c')
    expect(locate(at(1, 1))).toBe('a')
    expect(locate(at(0, 0))).toBe('d')
  }
})

test('the outer border belongs to its grid, a millionth of a degree further is outside', () => {
  const { locate } = createLocator(four)
  expect(locate([0, 0.0005])).toBe('d')
  expect(locate([-0.000001, 0.0005])).toBeNull()
  expect(locate([0.002, 0.002])).toBe('a')
  expect(locate([0.002001, 0.002])).toBeNull()
})

test('a point is judged after snapping to the lattice', () => {
  const { locate } = createLocator(four)
  expect(locate([0.0010004, 0.0005])).toBe('b')
  expect(locate([0.0009996, 0.0005])).toBe('b')
  expect(locate([0.0009994, 0.0005])).toBe('d')
})

test('a hole is outside its grid, and every part of a grid in several parts is within', () => {
  const ring = polygon(
    [[0, 0], [0.003, 0], [0.003, 0.003], [0, 0.003], [0, 0]],
    box(1, 1).toReversed(),
  )
  const { locate } = createLocator([
    { id: 'ring', polygon: ring },
    { id: 'islands', polygon: { type: 'MultiPolygon', coordinates: [[box(1, 1)], [box(7, 7)]] } },
  ])
  expect(locate(at(1.5, 1.5))).toBe('islands')
  expect(locate(at(7.5, 7.5))).toBe('islands')
  expect(locate(at(0.5, 1.5))).toBe('ring')
  expect(locate(at(1, 1.5))).toBe('islands')
  expect(locate(at(5, 5))).toBeNull()
})

test('what is no point is nowhere', () => {
  const { locate } = createLocator(four)
  const malformed = [[NaN, 0.0005], [0.0005, Infinity], [181, 0], [0, -91], ['0', '0'], [0], null] as unknown as Position[]
  expect(malformed.map(locate)).toEqual(malformed.map(() => null))
})

test('without grids every point is outside', () => {
  expect(createLocator([]).locate([107, 35])).toBeNull()
})

test('grids too far apart for exact arithmetic are refused', () => {
  const far = { id: 'far', polygon: polygon(box(60_000, 0)) }
  expect(() => createLocator([...four, far])).toThrow(RangeError)
})
