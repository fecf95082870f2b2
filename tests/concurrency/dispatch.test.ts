import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { database, databaseClient } from '../../server/src/core/database'
import { partitionOf } from '../../server/src/core/journal'
import { eventually } from '../support/eventually'
import { aDispatcher, checkpoints, dispatchAgain, letLeasesRunOut, settled, stopDispatchers } from './dispatching'
import { rowsOf } from './rows'

let town: Town
let li: Person
let member: Person

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  li = await town.villager({ villageId: town.here.villageId })
  member = await town.staff('gridMember', town.here.gridId)
}, 60_000)
afterEach(async () => {
  await stopDispatchers()
  await letLeasesRunOut()
})
afterAll(() => town?.stop())

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const submit = async (caseId = ulid()): Promise<string> => {
  await li.call('casework.submit', { caseId, words: '路灯不亮', place: { point: town.here.point } })
  return caseId
}

/** An id whose rows fall into one of these partitions. */
const idIn = (from: number, to: number): string => {
  for (;;) {
    const id = ulid()
    const partition = partitionOf(id)
    if (partition >= from && partition <= to) return id
  }
}

const everything = async () => ({ journal: await rowsOf('journal'), notices: await rowsOf('notices'), parked: await rowsOf('parked_reactions') })
const timesTold = async (caseId: string): Promise<number> =>
  (await rowsOf('notices')).filter(({ to, about }) => to === member.id && about.id === caseId).length

test('dispatching everything again after the cases moved on changes nothing', async () => {
  aDispatcher()
  const caseId = await submit()
  await member.call('casework.accept', { caseId })
  await member.call('casework.ask', { caseId, question: '哪一盏' })
  await li.call('casework.supplement', { caseId, words: '村口那盏' })
  await settled()
  const other = await town.staff('gridMember', town.here.gridId)
  await member.call('casework.assign', { caseId, personId: other.id })
  await other.call('casework.answer', { caseId, words: '换了灯泡' })
  await li.call('casework.rate', { caseId, score: 4 })
  await settled()
  const before = await everything()

  await dispatchAgain(() => checkpoints().deleteMany({}))

  expect(await everything()).toEqual(before)
  expect(before.parked).toEqual([])
}, 60_000)

test('what nobody was to hear the first time, nobody hears the second time', async () => {
  aDispatcher()
  const own = ulid()
  // The member files in their own grid: they handle it, and are not told of what they did themselves.
  await member.call('casework.submit', { caseId: own, words: '自己看见的', place: { point: town.here.point } })
  await settled()
  const other = await town.staff('gridMember', town.here.gridId)
  await member.call('casework.assign', { caseId: own, personId: other.id })
  await settled()
  const before = await everything()

  await dispatchAgain(() => checkpoints().deleteMany({}))

  expect(await everything()).toEqual(before)
}, 60_000)

test('a dispatcher that died before it saved how far it came does nothing twice', async () => {
  aDispatcher()
  await submit()
  await settled()
  const kept = await checkpoints().find().toArray()
  const ids = await Promise.all(Array.from({ length: 20 }, () => submit()))
  await settled()
  const before = await everything()

  await dispatchAgain(async () => {
    for (const { _id, ...rest } of kept) await checkpoints().replaceOne({ _id }, { ...rest, leaseUntil: new Date(0) })
  })

  expect(await everything()).toEqual(before)
  expect(await Promise.all(ids.map(timesTold))).toEqual(ids.map(() => 1))
}, 60_000)

// The hour of the saved token is put back, the rest stays: an event the log does not hold.
const longGone = [{ $set: { token: { _data: { $concat: ['8200000001', { $substrCP: ['$token._data', 10, 400] }] } } } }]

test.each([
  ['garbage', { _data: 'zzzz' }],
  ['half a token', { _data: '82' }],
  ['a token of history long gone', 'old'],
  ['a token from the future', { _data: '82FFFFFFF0000000012B0229296E04' }],
  ['a word', 'lost'],
  ['null', null],
])('with %s for its resume token the dispatcher scans again and misses nothing', async (_name, token) => {
  aDispatcher()
  await settled()
  await stopDispatchers()
  const caseId = await submit()

  await dispatchAgain(() => checkpoints().updateMany({}, token === 'old' ? longGone : { $set: { token } }))

  await eventually(async () => expect(await timesTold(caseId)).toBe(1))
}, 60_000)

test('a row that commits late, under an earlier id than rows long dispatched, is not missed', async () => {
  aDispatcher()
  const caseId = await submit()
  await settled()
  const [first] = (await rowsOf('journal')).filter(({ targets }) => targets[0].id === caseId)
  const late = { ...first!, _id: ulid(Date.now() - 60_000), key: ulid(), at: new Date(Date.now() - 60_000) }
  const session = databaseClient().startSession()
  session.startTransaction()
  await database().collection('journal').insertOne(late as never, { session })
  await Promise.all([submit(), submit(), submit()])
  await settled()

  await session.commitTransaction()
  await session.endSession()

  await eventually(async () => expect(await timesTold(caseId)).toBe(2))
}, 60_000)

test('taking over the partitions of a dead dispatcher goes on where that one stopped', async () => {
  aDispatcher()
  await settled()
  await stopDispatchers()
  // The dead one held the upper half, and its token is from before these cases.
  const soon = new Date(Date.now() + 4_000)
  for (let partition = 8; partition < 16; partition += 1) {
    await checkpoints().updateOne({ _id: `p${partition}` }, { $set: { leaseBy: 'dead', leaseUntil: soon } })
  }
  aDispatcher()
  const upper = await Promise.all(Array.from({ length: 6 }, () => submit(idIn(8, 15))))
  const lower = await Promise.all(Array.from({ length: 6 }, () => submit(idIn(0, 7))))
  await eventually(async () => expect(await Promise.all(lower.map(timesTold))).toEqual(lower.map(() => 1)))
  expect(await Promise.all(upper.map(timesTold))).toEqual(upper.map(() => 0))

  await eventually(async () => expect(await Promise.all(upper.map(timesTold))).toEqual(upper.map(() => 1)), 20_000)
}, 60_000)

test('a dispatcher that lost one partition and gained another follows the one it has', async () => {
  const far = new Date(Date.now() + 60_000)
  aDispatcher()
  await settled()
  await stopDispatchers()
  await checkpoints().updateOne({ _id: 'p8' }, { $set: { leaseBy: 'other', leaseUntil: far } })
  aDispatcher()
  await eventually(async () => expect(await checkpoints().countDocuments({ leaseUntil: { $gt: new Date() }, leaseBy: { $ne: 'other' } })).toBe(15))
  await checkpoints().updateOne({ _id: 'p0' }, { $set: { leaseBy: 'other', leaseUntil: far } })
  await checkpoints().updateOne({ _id: 'p8' }, { $set: { leaseUntil: new Date(0) } })
  const gained = await submit(idIn(8, 8))

  await eventually(async () => expect(await timesTold(gained)).toBe(1), 20_000)
  expect(await checkpoints().findOne({ _id: 'p0' })).toMatchObject({ leaseBy: 'other' })
}, 60_000)

test('an idle dispatcher leaves the database alone', async () => {
  aDispatcher()
  await settled()
  const before = await checkpoints().findOne({ _id: 'p0' })
  await wait(3_000)
  const after = await checkpoints().findOne({ _id: 'p0' })
  expect(after?.at).toEqual(before?.at)
}, 60_000)
