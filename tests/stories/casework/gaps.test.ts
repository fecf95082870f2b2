import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { ulid } from 'ulid'
import { runJob } from '../../../cron/src/runner'
import { Cases } from '../../../server/src/modules/casework/case.model'
import { Changed } from '../../../server/src/modules/stats/fact.model'
import { aPhoto } from '../../support/media'
import { eventually } from '../../support/eventually'

let town: Town
let elder: Person
let member: Person
let secretary: Person
let desk: Person
let centre: Person
let clerk: Person
let head: Person
/** Wednesday, in office hours, a plain week after it. */
const BEGIN = new Date('2026-11-11T02:00:00Z')
const DAY = 86_400_000
beforeAll(async () => {
  town = await aTown()
  const { here, county } = town
  elder = await town.villager({ name: '赵桂兰', villageId: here.villageId })
  member = await town.staff('gridMember', here.gridId)
  secretary = await town.staff('villageSecretary', here.villageId)
  desk = await town.staff('townDispatcher', here.townId)
  centre = await town.staff('countyDispatcher', county)
  clerk = await town.staff('departmentStaff', county, 'energy')
  head = await town.staff('departmentLeader', county, 'energy')
  town.at(BEGIN)
  await centre.call('casework.setSigning', { unitId: 'dept-energy', isNeeded: true, version: 0 })
}, 60_000)
afterAll(() => town?.stop())
beforeEach(() => town.at(BEGIN))

const job = (name: string) => runJob({ job: name, maxSeconds: 60 }, { county: town.county })
const gather = async (): Promise<void> => {
  await eventually(async () => expect(await town.inCounty(() => Changed.count({}, 100))).toBeGreaterThan(0))
  await new Promise((resolve) => setTimeout(resolve, 500))
  await job('stats.gather')
}
const filed = async (category = 'power', who = elder): Promise<string> => {
  const caseId = ulid()
  await who.call('casework.submit', { caseId, words: '路灯不亮', category, place: { point: town.here.point } })
  return caseId
}
const atEnergy = async (caseId: string): Promise<void> => {
  await desk.call('casework.route', { caseId, unitId: 'dept-energy' })
  await clerk.call('casework.accept', { caseId })
}
const counted = async (figure: 'received' | 'otherwise' | 'onTime' | 'late' | 'came' | 'ownOnTime' | 'reopened', caseId: string) =>
  (await centre.call('stats.listCases', { period: '2026-11', figure, limit: 100 })).items.filter(({ id }) => id.startsWith(caseId))
const publishAndApply = async (change: (settings: OutputOf<'casework.readSettings'>['settings']) => object): Promise<void> => {
  const { version, settings } = await centre.call('casework.readSettings', {})
  const published = await centre.call('casework.publishSettings', { version, settings: { ...settings, ...change(settings) }, reason: '县里研究定的' })
  await centre.call('casework.applySettings', { version: published.version })
  await job('casework.followSettings')
}

test('an answer that its head signed, or that went out unsigned, is counted like any other', async () => {
  const signed = await filed()
  await atEnergy(signed)
  await clerk.call('casework.answer', { caseId: signed, words: '换了灯头' })
  await head.call('casework.signAnswer', { caseId: signed })
  const late = await filed()
  await atEnergy(late)
  town.at(new Date(BEGIN.getTime() + 20 * DAY - 3 * 3_600_000))
  await job('casework.crossings')
  town.at(new Date('2026-11-30T02:00:00Z'))
  await clerk.call('casework.answer', { caseId: late, words: '换了灯头' })
  await head.call('casework.signAnswer', { caseId: late })
  await gather()
  expect({ onTime: (await counted('onTime', signed)).length, late: (await counted('late', late)).length, own: (await counted('ownOnTime', signed)).length > 0 }).toEqual({ onTime: 1, late: 1, own: true })
})

test('what nobody has looked at, or was turned away, is in no figure', async () => {
  const code = (await secretary.call('casework.addPlaceCodes', { codes: [{ id: ulid(), name: '三社井旁路灯', kind: 'lamp', villageId: town.here.villageId, point: town.here.point, category: 'power' }] })).items[0]!.code
  const send = async () => (await town.anonymous.call('casework.submitAtPlace', { caseId: ulid(), code, words: '办证刻章' })).caseId
  const [waits, turned] = [await send(), await send()]
  await desk.call('casework.turnAway', { caseId: turned, reason: '是广告' })
  await gather()
  expect([await counted('received', waits), await counted('came', waits), await counted('received', turned), await counted('otherwise', turned)]).toEqual([[], [], [], []])
})

test('who filed it for somebody reads nothing of an answer that waits for its head', async () => {
  const helper = await town.villager({ name: '周小明', villageId: town.here.villageId })
  const caseId = ulid()
  await helper.call('casework.submit', { caseId, words: '我妈家路灯不亮', category: 'power', place: { point: town.here.point }, forPerson: { name: '李桂英' } })
  await atEnergy(caseId)
  await clerk.call('casework.answer', { caseId, words: '其实换了两盏灯头' })
  expect(JSON.stringify(await helper.call('casework.getMine', { caseId }))).not.toContain('其实换了')
  expect(JSON.stringify(await helper.call('casework.listMine', {}))).not.toContain('其实换了')
})

test('settings that change no limit move none: not of the pool, of a sealed report, or of one that was looked at first', async () => {
  const pool = ulid()
  await centre.call('casework.fileForCaller', { caseId: pool, channel: 'phone', phone: '13912345678', words: '说不清在哪里', category: 'other' })
  const liu = await town.villager({ name: '刘春花', villageId: town.here.villageId })
  const { id: sealed } = await liu.call('casework.submit', { caseId: ulid(), words: '隔壁倒粪水', category: 'neighbour', names: 'sealed', place: { point: town.here.point } })
  const stranger = await town.villager({ name: '路过的人' })
  const looked = ulid()
  await stranger.call('casework.submit', { caseId: looked, words: '路塌了', category: 'road', place: { point: town.here.point } })
  town.at(new Date(BEGIN.getTime() + 60 * 60_000))
  await desk.call('casework.admit', { caseId: looked })
  const limits = async () => town.inCounty(async () => Promise.all([pool, sealed, looked].map(async (_id) => {
    const { acceptBy, redAt } = await Cases.need({ _id })
    return [acceptBy?.toISOString(), redAt?.toISOString()]
  })))
  const before = await limits()
  await publishAndApply(() => ({ askedChildren: 4 }))
  expect(await limits()).toEqual(before)
})

test('a retired category is not given to a report that is taken in', async () => {
  const stranger = await town.villager({ name: '路过的人' })
  const caseId = ulid()
  await stranger.call('casework.submit', { caseId, words: '垃圾没人收', place: { point: town.here.point } })
  await publishAndApply((settings) => ({ categories: settings.categories.map((each) => (each.code === 'rubbish' ? { ...each, isRetired: true as const } : each)) }))
  expect((await desk.tries('casework.admit', { caseId, category: 'rubbish' })).code).toBe('casework.categoryRetired')
})

test('nobody finds a sealed reporter alone, by the journal row of a photo they typed from', async () => {
  const liu = await town.villager({ name: '刘春花', villageId: town.here.villageId })
  const photo = ulid()
  await liu.upload('photo', await aPhoto(), photo)
  const { id } = await liu.call('casework.submit', { caseId: ulid(), words: '村干部的事', photoFileIds: [photo], category: 'neighbour', names: 'sealed', place: { point: town.here.point } })
  const { items } = await centre.call('casework.readSayings', { caseId: id })
  const seen = items[0]!.photos[0]!.id
  const rows = (await centre.call('journal.listEntries', { targetId: seen })).items
  expect(rows.map(({ actor }) => actor.id)).not.toContain(liu.id)
  expect(JSON.stringify((await centre.call('journal.listEntries', { limit: 100 })).items.filter(({ actor }) => actor.id === liu.id))).not.toContain(seen)
})

test('what turned out to be about the township is in none of its lists of calls or opinions', async () => {
  const caseId = await filed('road')
  await member.call('casework.accept', { caseId })
  await member.call('casework.answer', { caseId, words: '补好了' })
  town.at(new Date(BEGIN.getTime() + DAY))
  await job('casework.crossings')
  await elder.call('casework.reopen', { caseId, words: '乡里没给钱' })
  const about = { unitId: `committee-${town.here.villageId}`, month: '2026-11', opinion: 'notSatisfied' as const }
  expect((await desk.call('casework.listOpinions', about)).items.map((each) => each.caseId)).toContain(caseId)
  await centre.call('casework.route', { caseId, about: 'township' })
  expect((await desk.tries('casework.getCase', { caseId })).code).toBe('core.notFound')
  expect({ opinions: (await desk.call('casework.listOpinions', about)).items.map((each) => each.caseId).includes(caseId), calls: (await desk.call('casework.listCallBacks', { show: 'ended' })).items.map((each) => each.caseId).includes(caseId) }).toEqual({ opinions: false, calls: false })
})

test('a rating handed in takes effect when its own version says, and tells no minute', async () => {
  const liu = await town.villager({ name: '刘春花', villageId: town.here.villageId })
  const { id: caseId } = await liu.call('casework.submit', { caseId: ulid(), words: '隔壁倒粪水', category: 'neighbour', names: 'sealed', place: { point: town.here.point } })
  await desk.call('casework.accept', { caseId })
  await desk.call('casework.answer', { caseId, words: '去看过了' })
  const { rateBy } = await liu.call('casework.getMine', { caseId })
  const { version, settings } = await centre.call('casework.readSettings', {})
  await centre.call('casework.publishSettings', { version, settings: { ...settings, ratingDays: 3 }, reason: '县里研究定的' })
  town.at(new Date(BEGIN.getTime() + 5 * DAY))
  await liu.call('casework.rate', { caseId, score: 5 })
  expect((await liu.call('casework.getMine', { caseId })).sealed?.waiting?.due).toBe(rateBy)
})

test('the kind a code names decides who may know, where nothing else was said', async () => {
  const code = (await secretary.call('casework.addPlaceCodes', { codes: [{ id: ulid(), name: '村务公示栏', kind: 'board', villageId: town.here.villageId, point: town.here.point, category: 'affairs' }] })).items[0]!.code
  const liu = await town.villager({ name: '刘春花', villageId: town.here.villageId })
  const view = await liu.call('casework.submit', { caseId: ulid(), words: '账目不对', placeCode: code })
  expect([view.category, view.names]).toEqual(['affairs', 'sealed'])
})

test('what was said later goes down no sooner than its own morning', async () => {
  const liu = await town.villager({ name: '刘春花', villageId: town.here.villageId })
  const { id: caseId } = await liu.call('casework.submit', { caseId: ulid(), words: '隔壁倒粪水', category: 'neighbour', names: 'sealed', place: { point: town.here.point } })
  town.at(new Date(BEGIN.getTime() + DAY))
  await desk.call('casework.release', { caseId, words: '有人倒粪水' })
  await desk.call('casework.route', { caseId, unitId: `committee-${town.here.villageId}` })
  town.at(new Date(BEGIN.getTime() + DAY + 3_600_000))
  await liu.call('casework.supplement', { caseId, words: '刚才又倒了' })
  town.at(new Date(BEGIN.getTime() + DAY + 3_660_000))
  expect((await desk.tries('casework.release', { caseId, words: '又倒了' })).code).toBe('casework.releaseTooSoon')
  town.at(new Date(BEGIN.getTime() + 2 * DAY))
  expect((await desk.tries('casework.release', { caseId, words: '又倒了' })).code).toBe('ok')
})
