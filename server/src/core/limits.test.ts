import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '../testing'
import { newId } from './ids'
import { Refusals } from './journal'
import { withAmbient } from './context'
import { collection, type Stored } from './collection'
import { ensureIndexes } from './indexes'

const PER_MINUTE = 30
let town: Town
let busy: Person
let quiet: Person

beforeAll(async () => {
  town = await aTown({ dispatches: false, env: { RATE_PER_MINUTE: String(PER_MINUTE) } })
  busy = await town.villager()
  quiet = await town.villager()
}, 60_000)
afterAll(() => town?.stop())

test('an account that asks too often is told how long to wait; the neighbour behind the same address is not', async () => {
  const outcomes = await Promise.all(Array.from({ length: PER_MINUTE + 5 }, () => busy.tries('identity.getMe', {})))
  const refused = outcomes.filter(({ code }) => code === 'core.tooMany')
  expect(refused).toHaveLength(5)
  for (const { error } of refused) expect([error!.status, error!.retryAfterSeconds! > 0 && error!.retryAfterSeconds! <= 60]).toEqual([429, true])
  expect((await quiet.tries('identity.getMe', {})).code).toBe('ok')
})

test('refused attempts at what is sensitive are kept without what was asked, up to a cap a minute', async () => {
  const minute = Math.floor(Date.now() / 60_000)
  const outcomes = await Promise.all(Array.from({ length: 200 }, () => town.anonymous.tries('identity.loginByPassword', { username: 'nobody', password: '猜一个密码' })))
  expect(outcomes.filter(({ code }) => code === 'ok')).toEqual([])
  const rows = await town.inCounty(() => Refusals.list({}))
  const minutes = Math.floor(Date.now() / 60_000) - minute + 1
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.length).toBeLessThanOrEqual(30 * minutes)
  expect(Object.keys(rows[0]!).sort()).toEqual(['_id', 'actorId', 'at', 'code', 'county', 'operation', 'trace'])
  expect(JSON.stringify(rows)).not.toMatch(/nobody|猜/)
}, 60_000)

interface Thing extends Stored {
  size: number
}
const Things = collection<Thing>({ name: 'things', indexes: [{ name: 'things_size', key: { county: 1, size: 1 }, unique: true }], duplicate: { things_size: 'core.staleRevision' } })

test('two counties in one database do not see, count, change or remove what is the other’s', async () => {
  await ensureIndexes()
  const inOther = <T>(work: () => Promise<T>): Promise<T> => withAmbient({ county: '620822' }, work)
  const id = newId()
  await town.inCounty(() => Things.add({ _id: id, county: '620821', size: 1 }))
  await inOther(() => Things.add({ _id: newId(), county: '620822', size: 1 }))

  expect(await inOther(() => Things.one({ _id: id }))).toBeNull()
  expect(await inOther(() => Things.list({}))).toHaveLength(1)
  expect(await inOther(() => Things.count({}, 10))).toBe(1)
  expect(await inOther(() => Things.change({ _id: id }, { $set: { size: 5 } }))).toBeNull()
  expect(await inOther(() => Things.removeMany({ _id: id }))).toBe(0)
  expect(await inOther(() => Things.aggregate([{ $count: 'all' }]))).toEqual([{ all: 1 }])
  await expect(inOther(() => Things.need({ _id: id }))).rejects.toMatchObject({ code: 'core.notFound' })
  expect(await town.inCounty(() => Things.one({ _id: id }))).toMatchObject({ size: 1 })
})

test('a duplicate is the refusal its index stands for; the database is used inside an operation only', async () => {
  await expect(town.inCounty(() => Things.add({ _id: newId(), county: '620821', size: 1 }))).rejects.toMatchObject({ code: 'core.staleRevision' })
  expect(() => Things.list({})).toThrow('outside an operation')
})
