import { expect, test } from '@jest/globals'
import { ingest } from './ingest'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Keeps what it is given, failing the first so many times. */
const aStore = (failures = 0) => {
  const batches: number[][] = []
  let left = failures
  return {
    batches,
    all: () => batches.flat(),
    write: async (samples: readonly number[]): Promise<void> => {
      if (left > 0) {
        left -= 1
        throw new Error('away')
      }
      batches.push([...samples])
    },
  }
}

test('what comes within a quarter of a second is written as one batch, in order', async () => {
  const store = aStore()
  const { push } = ingest({ name: 'receipts', write: store.write })
  for (let at = 0; at < 40; at += 1) push(at)
  expect(store.batches).toEqual([])
  await wait(400)
  expect(store.batches).toEqual([Array.from({ length: 40 }, (_, at) => at)])
})

test('five hundred do not wait, and more than that go in batches of five hundred', async () => {
  const store = aStore()
  const { push, flush } = ingest({ name: 'receipts', write: store.write })
  for (let at = 0; at < 6_000; at += 1) push(at)
  await wait(20)
  expect(store.batches.length).toBeGreaterThan(0)
  await flush()
  await wait(600)
  expect(store.all()).toEqual(Array.from({ length: 6_000 }, (_, at) => at))
  expect(Math.max(...store.batches.map(({ length }) => length))).toBe(500)
})

test('a batch that could not be written is written again, and nothing is lost or out of order', async () => {
  const store = aStore(2)
  const { push, droppedCount } = ingest({ name: 'receipts', write: store.write })
  for (let at = 0; at < 700; at += 1) push(at)
  await wait(1_800)
  expect(store.all()).toEqual(Array.from({ length: 700 }, (_, at) => at))
  expect(droppedCount()).toBe(0)
})

test('while nothing can be written the newest twenty thousand are kept, and what was dropped is counted', async () => {
  let isAway = true
  const kept: number[] = []
  const write = async (samples: readonly number[]): Promise<void> => {
    if (isAway) throw new Error('away')
    kept.push(...samples)
  }
  const { push, flush, droppedCount } = ingest({ name: 'positions', write })
  const started = performance.now()
  for (let at = 0; at < 20_000; at += 1) push(at)
  await flush()
  for (let at = 20_000; at < 25_000; at += 1) push(at)
  await flush()
  expect(performance.now() - started).toBeLessThan(2_000)
  isAway = false
  for (let round = 0; round < 60; round += 1) await flush()
  expect(droppedCount()).toBe(5_000)
  expect(kept).toHaveLength(20_000)
  expect(kept).toEqual(Array.from({ length: 20_000 }, (_, at) => at + 5_000))
})
