import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { runJob } from '../../../cron/src/runner'
import { workingTime } from '../../../server/src/modules/calendar'
import { eventually } from '../../support/eventually'

let town: Town
let elder: Person
let desk: Person
let clerk: Person
let head: Person
let keeper: Person
beforeAll(async () => {
  town = await aTown()
  elder = await town.villager({ name: '赵桂兰', villageId: town.here.villageId })
  desk = await town.staff('townDispatcher', town.here.townId)
  clerk = await town.staff('departmentStaff', town.county, 'energy')
  head = await town.staff('departmentLeader', town.county, 'energy')
  keeper = await town.staff('countyDispatcher', town.county)
  town.at(BEGIN)
  await keeper.call('casework.setSigning', { unitId: 'dept-energy', isNeeded: true, version: 0 })
}, 60_000)
afterAll(() => town?.stop())

/** Wednesday, in office hours, a plain week after it. */
const BEGIN = new Date('2026-11-11T02:00:00Z')
const WORDS = '换了两盏灯头'
const sweep = () => runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })
const look = (caseId: string) => elder.call('casework.getMine', { caseId })
const endOfNextDay = () => town.inCounty(async () => workingTime().endOfDay(BEGIN, 1).toISOString())
const titles = async (person: Person) => (await person.call('notice.listMine', {})).items.map(({ title }) => title)

const atWork = async (): Promise<string> => {
  const caseId = ulid()
  town.at(BEGIN)
  await elder.call('casework.submit', { caseId, words: '路灯不亮', category: 'power', place: { point: town.here.point } })
  await desk.call('casework.route', { caseId, unitId: 'dept-energy' })
  await clerk.call('casework.accept', { caseId })
  return caseId
}
const written = async (): Promise<string> => {
  const caseId = await atWork()
  await clerk.call('casework.answer', { caseId, words: WORDS })
  return caseId
}
const queueOf = async (person: Person) => (await person.call('casework.listCases', { queue: 'signing', sort: 'newest', limit: 100 })).items.map(({ id }) => id)

test('what is written waits for the head, every limit runs on, and who asked reads nothing of it until it is signed', async () => {
  const caseId = await atWork()
  const before = await look(caseId)
  const waiting = await clerk.call('casework.answer', { caseId, words: WORDS })
  expect(waiting).toMatchObject({ state: 'accepted', redAt: before.redAt, signing: { words: WORDS, due: await endOfNextDay() } })
  expect(waiting.can).not.toContain('signAnswer')
  const seen = JSON.stringify(await look(caseId))
  expect(seen).not.toContain(WORDS)
  expect((await look(caseId)).timeline.at(-1)).toMatchObject({ action: 'reportAnswer' })
  await eventually(async () => expect(await titles(head)).toContain('答复等您签字：路灯不亮'))
  expect(await queueOf(head)).toContain(caseId)
  expect(await queueOf(desk)).not.toContain(caseId)
  expect((await clerk.tries('casework.signAnswer', { caseId })).code).toBe('core.forbidden')
  const townHead = await town.staff('townLeader', town.here.townId)
  expect((await townHead.tries('casework.signAnswer', { caseId })).code).toBe('casework.notYours')

  const signed = await head.call('casework.signAnswer', { caseId })
  expect(signed).toMatchObject({ state: 'answered', answer: { words: WORDS, signedByName: '王建国' } })
  expect(signed.signing).toBeUndefined()
  expect(await look(caseId)).toMatchObject({ state: 'answered', answer: { words: WORDS } })
  await eventually(async () => expect(await titles(elder)).toContain('办好了吗：路灯不亮'))
  expect((await head.tries('casework.signAnswer', { caseId })).code).toBe('casework.notYours')
  expect(await queueOf(head)).not.toContain(caseId)
})

test('not signed by the end of the next working day it goes out all the same, marked as unsigned', async () => {
  const caseId = await written()
  town.at(new Date(Date.parse(await endOfNextDay()) + 60_000))
  await Promise.all([sweep(), sweep()])
  const sent = await look(caseId)
  expect(sent).toMatchObject({ state: 'answered', answer: { words: WORDS, isUnsigned: true } })
  expect(sent.timeline.filter(({ action }) => action === 'sendUnsigned')).toHaveLength(1)
  const why = (await elder.call('casework.getOwnWhy', { caseId })).items
  expect(why.map(({ rule }) => rule)).toContain('answer.unsigned')
  town.at(BEGIN)
})

test('sent back with a reason it is written anew; written over, it gains no day', async () => {
  const caseId = await written()
  const first = (await head.call('casework.getCase', { caseId })).signing!
  town.at(new Date(BEGIN.getTime() + 3_600_000))
  const again = await clerk.call('casework.answer', { caseId, words: '换了三盏' })
  expect(again.signing).toMatchObject({ words: '换了三盏', due: first.due })
  expect((await head.call('casework.refuseAnswer', { caseId, reason: '写清是哪三盏' })).signing).toBeUndefined()
  await eventually(async () => expect(await titles(clerk)).toContain('负责人让再改答复：路灯不亮'))
  expect((await head.tries('casework.signAnswer', { caseId })).code).toBe('casework.notYours')
  town.at(BEGIN)
})

test('in other hands, or with others called, what was written is no longer waiting', async () => {
  const routed = await written()
  expect((await desk.call('casework.route', { caseId: routed, unitId: 'dept-urban' })).signing).toBeUndefined()
  const called = await written()
  const whistled = await keeper.call('casework.whistle', { caseId: called, units: [{ unitId: 'dept-water', task: '看水' }] })
  expect(whistled.signing).toBeUndefined()
  expect(await queueOf(head)).toEqual(expect.not.arrayContaining([routed, called]))
})

test('paused meanwhile, the answer does not wait for the end of the pause', async () => {
  const caseId = await atWork()
  const until = await town.inCounty(async () => workingTime().endOfDay(BEGIN, 2).toISOString())
  await clerk.call('casework.askTime', { caseId, kind: 'pause', until, reason: '等货' })
  await clerk.call('casework.answer', { caseId, words: WORDS })
  const above = await town.staff('countyLeader', town.county)
  await above.call('casework.grantTime', { caseId })
  town.at(new Date(Date.parse(await endOfNextDay()) + 60_000))
  await sweep()
  expect(await look(caseId)).toMatchObject({ state: 'answered', answer: { isUnsigned: true } })
  town.at(BEGIN)
})

test('the head’s own answer, and that of a unit that asks for nothing, go out at once', async () => {
  const caseId = ulid()
  await elder.call('casework.submit', { caseId, words: '水管漏水', category: 'water', place: { point: town.here.point } })
  const secretary = await town.staff('villageSecretary', town.here.villageId)
  const committee = `committee-${town.here.villageId}`
  await keeper.call('casework.setSigning', { unitId: committee, isNeeded: true, version: 0 })
  await desk.call('casework.route', { caseId, unitId: committee })
  await secretary.call('casework.accept', { caseId })
  expect(await secretary.call('casework.answer', { caseId, words: '接好了' })).toMatchObject({ state: 'answered' })
  await keeper.call('casework.setSigning', { unitId: committee, isNeeded: false, version: 1 })
  const other = ulid()
  await elder.call('casework.submit', { caseId: other, words: '水渠堵了', category: 'water', place: { point: town.here.point } })
  await desk.call('casework.route', { caseId: other, unitId: committee })
  await secretary.call('casework.accept', { caseId: other })
  expect(await secretary.call('casework.answer', { caseId: other, words: '通了' })).toMatchObject({ state: 'answered' })
})

test('of two who set a unit at once one is told; nobody but the county’s keeper sets it', async () => {
  const tries = [0, 1].map(() => keeper.tries('casework.setSigning', { unitId: 'dept-water', isNeeded: true, version: 0 }))
  expect((await Promise.all(tries)).map(({ code }) => code).sort()).toEqual(['casework.signingChanged', 'ok'])
  expect((await head.call('casework.listSigning', {})).items).toEqual(expect.arrayContaining([expect.objectContaining({ unitId: 'dept-water', isNeeded: true, version: 1 })]))
  for (const person of [head, clerk, desk]) expect((await person.tries('casework.setSigning', { unitId: 'dept-water', isNeeded: false, version: 1 })).code).toBe('core.forbidden')
})

test('head and timetable at one moment: it goes out once', async () => {
  const cases = [await written(), await written()]
  town.at(new Date(Date.parse(await endOfNextDay()) + 60_000))
  await Promise.all([sweep(), ...cases.map((caseId) => head.tries('casework.signAnswer', { caseId }))])
  await sweep()
  for (const caseId of cases) expect((await look(caseId)).timeline.filter(({ action }) => action === 'signAnswer' || action === 'sendUnsigned')).toHaveLength(1)
  town.at(BEGIN)
})
