import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { database } from '../../../server/src/core/database'
import { eventually } from '../../support/eventually'

const DAY = 86_400_000
let town: Town
let villager: Person
let member: Person
let secretary: Person
let dispatcher: Person
let clerk: Person

beforeAll(async () => {
  town = await aTown()
  member = await town.staff('gridMember', town.here.gridId)
  secretary = await town.staff('villageSecretary', town.here.villageId)
  dispatcher = await town.staff('townDispatcher', town.here.townId)
  clerk = await town.staff('departmentStaff', town.here.townId, 'transport')
  villager = await town.villager({ name: '赵桂兰', villageId: town.here.villageId, phone: '13900001111' })
}, 60_000)
afterAll(() => town?.stop())
beforeEach(() => town.at(null))

const submit = async (category?: string): Promise<string> => {
  const caseId = ulid()
  await villager.call('casework.submit', { caseId, words: '路上塌了个坑', place: { point: town.here.point }, ...(category ? { category } : {}) })
  return caseId
}

test('whoever is accountable gives themselves no more time by another category; a dispatcher may', async () => {
  const caseId = await submit('water')
  const before = await secretary.call('casework.getCase', { caseId })
  const own = await secretary.call('casework.route', { caseId, category: 'road' })
  expect([own.category, own.redAt]).toEqual(['road', before.redAt])

  const longer = await dispatcher.call('casework.route', { caseId, category: 'road' })
  expect(Date.parse(longer.redAt!)).toBeGreaterThan(Date.parse(before.redAt!))
})

test('what is overdue stays overdue, whoever names another category', async () => {
  const caseId = await submit('water')
  town.at(new Date(Date.now() + 4 * DAY))
  expect((await dispatcher.call('casework.route', { caseId, category: 'road' })).colour).toBe('red')
})

test('what a dispatcher called urgent stays so: a category does not lower it, and an owner may not', async () => {
  const caseId = await submit('road')
  await dispatcher.call('casework.route', { caseId, grade: 'urgent' })
  expect((await secretary.call('casework.route', { caseId, category: 'other' })).grade).toBe('urgent')
  expect((await secretary.tries('casework.route', { caseId, grade: 'normal' })).code).toBe('casework.gradeIsDispatchers')
  expect((await dispatcher.call('casework.route', { caseId, grade: 'normal' })).grade).toBe('normal')
})

test('a route that changes nothing is refused', async () => {
  const caseId = await submit()
  expect((await dispatcher.tries('casework.route', { caseId })).code).toBe('core.badInput')
})

test('when the handler leaves the post, a reopened case goes to the desk, which is told; the leaver hears nothing', async () => {
  const [leaver, stayer] = [await town.staff('gridMember', town.here.gridId), member]
  const caseId = await submit('road')
  await dispatcher.call('casework.assign', { caseId, personId: leaver.id })
  await leaver.call('casework.accept', { caseId })
  await leaver.call('casework.answer', { caseId, words: '填平了' })
  await database().collection('appointments').updateMany({ accountId: leaver.id }, { $set: { to: new Date(Date.now() - 1_000) } })
  // What was told before they left is told by now.
  await eventually(async () => expect((await leaver.call('notice.listMine', {})).items).toHaveLength(1))
  const heard = 1

  const reopened = await villager.call('casework.reopen', { caseId, words: '还是过不去' })
  expect(reopened.handler.personId).toBeUndefined()
  await eventually(async () => {
    const titles = (await stayer.call('notice.listMine', {})).items.map(({ title }) => title)
    expect(titles.some((title) => title.startsWith('说没办好'))).toBe(true)
  })
  expect((await leaver.call('notice.listMine', {})).items).toHaveLength(heard)
})

test('words said at a step stand in the case, not in the journal', async () => {
  const caseId = await submit()
  await villager.call('casework.withdraw', { caseId, reason: '我儿子电话 13912345678' })
  const row = await database().collection('journal').findOne({ operation: 'casework.withdraw', 'targets.id': caseId })
  expect(JSON.stringify(row)).not.toMatch(/13912345678/)
  expect((await villager.call('casework.getMine', { caseId })).reason).toBe('我儿子电话 13912345678')
})

test('a long history keeps its beginning and its latest', async () => {
  const caseId = await submit('road')
  await member.call('casework.accept', { caseId })
  const [entry] = await database().collection('case_history').find({ caseId, n: 2 }).toArray()
  const { _id: _, n: __, ...rest } = entry!
  await database().collection<{ _id: string }>('case_history').insertMany(Array.from({ length: 240 }, (_each, at) => ({ ...rest, _id: ulid(), n: at + 3, action: 'supplement', set: {} })))
  await database().collection<{ _id: string }>('cases').updateOne({ _id: caseId }, { $set: { rev: 242 } })
  const { timeline } = await member.call('casework.getCase', { caseId })
  expect(timeline.slice(0, 2).map(({ action }) => action)).toEqual(['submit', 'accept'])
  expect([timeline.length, timeline.at(-1)?.n]).toEqual([220, 242])
})

test('a clerk who may read a case but has no part in it does not open the name', async () => {
  const caseId = await submit('road')
  expect((await clerk.tries('casework.getCase', { caseId })).code).toBe('ok')
  expect((await clerk.tries('casework.revealRequester', { caseId, reason: '看看' })).code).toBe('casework.notYours')
})
