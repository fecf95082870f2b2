import { expect, test } from '@jest/globals'
import { askedView, clustersOf } from './around'

const view = { west: 107, south: 35, east: 107.6, north: 35.6 }
const at = (id: string, lng: number, lat: number) => ({ id, spot: [lng, lat] as const })

test('what lies together is one mark, what lies apart is not; nothing is lost', () => {
  const items = [at('a', 107.01, 35.01), at('b', 107.02, 35.02), at('c', 107.5, 35.5)]
  const clusters = clustersOf(items, view)
  expect(clusters.map(({ ids }) => ids)).toEqual([['a', 'b'], ['c']])
  expect(clusters[0]?.at).toEqual([107.01, 35.01])
})

test('nearer by, the same two are told apart', () => {
  const items = [at('a', 107.01, 35.01), at('b', 107.02, 35.02)]
  expect(clustersOf(items, { west: 107, south: 35, east: 107.03, north: 35.03 })).toHaveLength(2)
})

test('three hundred in a view are a few dozen marks, none upon another, each counted once', () => {
  const items = Array.from({ length: 300 }, (_, n) => at(String(n), 107 + ((n * 37) % 600) / 1000, 35 + ((n * 91) % 600) / 1000))
  const clusters = clustersOf(items, view)
  expect(clusters.length).toBeLessThanOrEqual(60)
  for (const one of clusters) for (const other of clusters) if (one !== other) expect(Math.hypot(one.at[0] - other.at[0], (one.at[1] - other.at[1]) * 1.23)).toBeGreaterThan(0.09)
  expect(clusters.flatMap(({ ids }) => ids)).toHaveLength(300)
})

test('a view asked for holds the view, and a small push asks the same', () => {
  const asked = askedView(view)
  expect([asked.west < view.west, asked.east > view.east, asked.south < view.south, asked.north > view.north]).toEqual([true, true, true, true])
  expect(askedView({ ...view, west: view.west + 0.00001 })).toEqual(asked)
  expect(askedView({ west: -180, south: -90, east: 180, north: 90 })).toEqual({ west: -180, south: -90, east: 180, north: 90 })
})
