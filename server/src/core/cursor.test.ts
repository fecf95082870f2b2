import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { collection, type Stored } from './collection'
import { withAmbient } from './context'
import { decodeCursor, encodeCursor, readPage, type Sort } from './cursor'
import { ensureIndexes } from './indexes'
import { AppError } from './fail'
import { startTestRuntime, type Runtime } from '../testing/runtime'

interface ThingDoc extends Stored {
  colour: string
  at: Date | null
  name: string
}

const Things = collection<ThingDoc>({
  name: 'cursor_things',
  indexes: [{ name: 'things_at', key: { county: 1, colour: 1, at: 1, _id: 1 } }],
})

interface NumberedDoc extends Stored {
  number: number
}

const Numbered = collection<NumberedDoc>({ name: 'cursor_numbered', indexes: [{ name: 'numbered', key: { county: 1, number: 1 }, unique: true }] })

let runtime: Runtime
const COUNTY = '620821'
const inCounty = <T>(work: () => Promise<T>): Promise<T> => withAmbient({ county: COUNTY }, work)
const two = (n: number): string => String(n).padStart(2, '0')

/** 60 red things, three to a moment, every fifth without one. */
const things = Array.from({ length: 60 }, (_, n): ThingDoc => ({
  _id: `t${two((n * 37) % 60)}`,
  county: COUNTY,
  colour: 'red',
  at: n % 5 === 0 ? null : new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 3))),
  name: `名${n % 7}`,
}))

beforeAll(async () => {
  runtime = await startTestRuntime({ dispatches: false })
  await ensureIndexes()
  await inCounty(() => Things.addMany(things))
  await inCounty(() => Numbered.addMany(Array.from({ length: 30 }, (_, n) => ({ _id: `n${two((n * 7) % 30)}`, county: COUNTY, number: n }))))
})
afterAll(() => runtime.stop())

const walk = async (sort: Sort, limit: number): Promise<string[]> => {
  const seen: string[] = []
  for (let cursor: string | undefined, pages = 0; pages < 100; pages += 1) {
    const page = await inCounty(() => readPage(Things, { filter: { colour: 'red' }, sort, limit, cursor }))
    seen.push(...page.docs.map(({ _id }) => _id))
    expect(page.docs.length).toBeLessThanOrEqual(limit)
    if (!page.next) return seen
    cursor = page.next
  }
  throw new Error('the list never ended')
}

const sorts: Sort[] = [
  { by: 'at', direction: 1 },
  { by: 'at', direction: -1 },
  { by: 'name', direction: 1 },
  { by: 'name', direction: -1, isPrivate: true },
  { direction: 1 },
  { direction: -1 },
]

test.each(sorts)('%j gives every record once, in the order of the whole list, whatever the page size', async (sort) => {
  const order = { ...(sort.by ? { [sort.by]: sort.direction } : {}), _id: sort.direction }
  const whole = await inCounty(() => Things.list({ colour: 'red' }, { sort: order }))
  for (const limit of [1, 2, 7, 59, 60, 100]) expect(await walk(sort, limit)).toEqual(whole.map(({ _id }) => _id))
})

test('a list in a unique order is walked along its unique index, whole and without sorting', async () => {
  const sort: Sort = { by: 'number', direction: 1, isUnique: true }
  const plans: unknown[] = []
  const watched = {
    one: Numbered.one,
    list: async (...args: Parameters<typeof Numbered.list>) => {
      plans.push((await Numbered.explain(...args)).queryPlanner.winningPlan)
      return Numbered.list(...args)
    },
  }
  const seen: number[] = []
  for (let cursor: string | undefined, more = true; more; ) {
    const { docs, next } = await inCounty(() => readPage(watched, { filter: {}, sort, limit: 7, cursor }))
    seen.push(...docs.map(({ number }) => number))
    cursor = next
    more = next !== undefined
  }
  expect(seen).toEqual(Array.from({ length: 30 }, (_, n) => n))
  expect(JSON.stringify(plans)).not.toMatch(/"SORT"|COLLSCAN/)
  expect(plans).toHaveLength(5)
})

test('a page deep in the list reads no more keys than it shows, with and without a moment', async () => {
  const sort: Sort = { by: 'at', direction: 1 }
  for (const position of [{ value: null, id: 't05' }, { value: new Date(Date.UTC(2026, 0, 10)), id: 't10' }]) {
    const keys: number[] = []
    const watched = {
      one: Things.one,
      list: async (...args: Parameters<typeof Things.list>) => {
        const plan = await Things.explain(...args)
        keys.push(plan.executionStats.totalKeysExamined as number)
        return Things.list(...args)
      },
    }
    const page = await inCounty(() => readPage(watched, { filter: { colour: 'red' }, sort, limit: 5, cursor: encodeCursor(sort, position) }))
    expect(page.docs).toHaveLength(5)
    expect(keys.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(12)
  }
})

test('a cursor of another sort, of no sort or with a query inside is refused as bad input', () => {
  const sort: Sort = { by: 'at', direction: 1 }
  const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const bad = ['', 'x', '%%%', forged({}), forged(['at+', { $gt: '' }, 't1']), forged(['at-', 1, 't1']), forged(['at+', 1, { $ne: 1 }]), forged(['at+', { at: 9e15 }, 't1'])]
  for (const cursor of bad) {
    expect(() => decodeCursor(sort, cursor)).toThrow(AppError)
  }
  const at = new Date(5)
  expect(decodeCursor(sort, encodeCursor(sort, { value: at, id: 't1' }))).toEqual({ value: at, id: 't1' })
})

test('a private cursor spells out nothing but the id, and one whose record is gone is refused', async () => {
  const sort: Sort = { by: 'name', direction: 1, isPrivate: true }
  const cursor = encodeCursor(sort, { value: '王建国', id: 't01' })
  expect(Buffer.from(cursor, 'base64url').toString()).not.toContain('王')
  const gone = encodeCursor(sort, { value: null, id: 'nobody' })
  await expect(inCounty(() => readPage(Things, { filter: { colour: 'red' }, sort, limit: 5, cursor: gone }))).rejects.toThrow(AppError)
})
