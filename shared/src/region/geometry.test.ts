import { expect, test } from '@jest/globals'
import { isPosition, orientation, ringsOf, sideOf, toLattice, toPosition, twiceArea } from './geometry'
import type { LatticePoint, Polygon } from './geometry'

const square: LatticePoint[] = [[0, 0], [10, 0], [10, 10], [0, 10]]
const hole: LatticePoint[] = [[4, 4], [4, 6], [6, 6], [6, 4]]

test('a position and its lattice point are each other, whatever floats make of the digits', () => {
  for (const lattice of [107_123_456, 107_000_001, 35_999_999, -1]) {
    expect(toLattice(toPosition([lattice, 0]))[0]).toBe(lattice)
  }
})

test('corners and edges are border, everything else is inside or outside', () => {
  const sides = (points: LatticePoint[]) => points.map((point) => sideOf(point, [square]))
  expect(sides([[0, 0], [10, 10], [10, 0], [0, 10], [5, 0], [5, 10], [0, 5], [10, 5]])).toEqual(Array(8).fill('border'))
  expect(sides([[1, 1], [9, 9], [1, 9], [5, 5]])).toEqual(Array(4).fill('inside'))
  expect(sides([[-1, 0], [11, 0], [-1, 10], [11, 10], [-5, 5], [15, 5], [5, -1], [5, 11]])).toEqual(Array(8).fill('outside'))
})

test('a ray through corners and along level edges counts rightly', () => {
  const crown: LatticePoint[] = [[0, 0], [12, 0], [12, 8], [9, 4], [6, 4], [3, 8], [0, 4]]
  expect(sideOf([-3, 4], [crown])).toBe('outside')
  expect(sideOf([3, 4], [crown])).toBe('inside')
  expect(sideOf([7, 4], [crown])).toBe('border')
  expect(sideOf([11, 4], [crown])).toBe('inside')
  expect(sideOf([-1, 0], [crown])).toBe('outside')
  expect(sideOf([-1, 8], [crown])).toBe('outside')
  expect(sideOf([5, 8], [crown])).toBe('outside')
})

test('a hole is outside, its edge is border', () => {
  expect(sideOf([5, 5], [square, hole])).toBe('outside')
  expect(sideOf([4, 5], [square, hole])).toBe('border')
  expect(sideOf([2, 5], [square, hole])).toBe('inside')
})

test('areas are exact, and holes are taken off', () => {
  const close = (ring: LatticePoint[]) => [...ring, ring[0]!].map(toPosition)
  const polygon: Polygon = { type: 'Polygon', coordinates: [close(square), close(hole)] }
  expect(twiceArea(polygon)).toBe(2 * (100 - 4))
  expect(twiceArea({ type: 'MultiPolygon', coordinates: [polygon.coordinates, polygon.coordinates] })).toBe(4 * 96)
  expect(ringsOf(polygon)).toEqual([square, hole])
})

test('a turn of half a square step in a county-wide triangle is still seen', () => {
  expect(orientation([107_000_000, 35_000_000], [107_800_000, 35_400_001], [107_400_000, 35_200_000])).toBeLessThan(0)
  expect(orientation([107_000_000, 35_000_000], [107_800_000, 35_400_000], [107_400_000, 35_200_000])).toBe(0)
})

test('only two finite numbers within the globe are a position', () => {
  expect([[107, 35], [-180, 90], [0, 0]].every(isPosition)).toBe(true)
  const others: unknown[] = [[NaN, 35], [107, Infinity], [181, 0], [0, 91], [107], [107, 35, 2], ['107', 35], null, undefined, {}, '107,35']
  expect(others.some(isPosition)).toBe(false)
})
