import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { runJob } from '../../../cron/src/runner'
import { workingTime } from '../../../server/src/modules/calendar'
import { Supervisions } from '../../../server/src/modules/casework/supervision.model'
import { eventually } from '../../support/eventually'

/** What an attacker found a way around, closed. */
let town: Town
let li: Person
let zhao: Person
let member: Person
let secretary: Person
let desk: Person
let leader: Person
let centre: Person

beforeAll(async () => {
  town = await aTown()
  const { here } = town
  li = await town.villager({ villageId: here.villageId })
  zhao = await town.villager({ villageId: here.villageId })
  member = await town.staff('gridMember', here.gridId)
  secretary = await town.staff('villageSecretary', here.villageId)
  desk = await town.staff('townDispatcher', here.townId)
  leader = await town.staff('townLeader', here.townId)
  centre = await town.staff('countyDispatcher', town.county)
}, 60_000)
afterAll(() => town?.stop())

const MINUTE = 60_000
/** Wednesday, in office hours, a plain week after it. */
const BEGIN = new Date('2026-11-11T02:00:00Z')
beforeEach(() => town.at(BEGIN))

const titles = async (person: Person): Promise<string[]> => (await person.call('notice.listMine', {})).items.map(({ title }) => title)
const comes = async (at: string): Promise<void> => {
  town.at(new Date(Date.parse(at) + MINUTE))
  await runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })
}
const filed = async (who = li, about: { category?: string; words?: string } = {}): Promise<string> => {
  const caseId = ulid()
  await who.call('casework.submit', { caseId, words: about.words ?? '村口路灯不亮', category: about.category ?? 'power', place: { point: town.here.point } })
  return caseId
}

test('whoever owns a case sends it up by one level, never past it', async () => {
  const caseId = await filed()
  expect((await secretary.tries('casework.route', { caseId, unitId: `centre-${town.county}` })).code).toBe('casework.pastALevel')
  expect((await secretary.call('casework.route', { caseId, unitId: `township-${town.here.townId}` })).owner.unitId).toBe(`township-${town.here.townId}`)
  expect((await desk.call('casework.route', { caseId, unitId: `centre-${town.county}` })).owner.unitId).toBe(`centre-${town.county}`)
})

test('a supervised case that turns out to lie elsewhere can still be opened, and fed back on, by the desk that owes it', async () => {
  const caseId = await filed()
  await comes((await li.call('casework.getMine', { caseId })).redAt!)
  const moved = await centre.call('casework.route', { caseId, place: { point: town.there.point } })
  expect(moved).toMatchObject({ owner: { unitId: `township-${town.here.townId}` }, place: { villageId: town.there.villageId } })
  const there = await town.staff('townDispatcher', town.there.townId)
  expect((await there.call('casework.getCase', { caseId })).can).not.toContain('fileFeedback')
  expect((await member.tries('casework.getCase', { caseId })).code).toBe('core.notFound')
  expect((await secretary.tries('casework.getCase', { caseId })).code).toBe('core.notFound')

  expect((await desk.call('casework.listSupervisions', { mine: true })).items.map((row) => row.caseId)).toContain(caseId)
  expect((await desk.call('casework.getCase', { caseId })).can).toContain('fileFeedback')
  const promisedAt = new Date(Date.parse(moved.supervision!.due)).toISOString()
  expect(await desk.call('casework.fileFeedback', { caseId, reason: '地点报错了', measures: '已交给那边', promisedAt })).toMatchObject({ supervision: { awaits: 'result' } })
  expect(await town.inCounty(() => Supervisions.list({ caseId, ended: null }))).toHaveLength(1)
})

test('a supervised case found to be about its owner is owed by the level above, on the form as well', async () => {
  const caseId = await filed()
  await desk.call('casework.listForSupervision', { caseId, reason: '反映多次' })
  const moved = await desk.call('casework.route', { caseId, about: 'village' })
  expect(moved).toMatchObject({ owner: { unitId: `township-${town.here.townId}` }, supervision: { unitId: `township-${town.here.townId}`, awaits: 'feedback' } })
  expect(await town.inCounty(() => Supervisions.list({ caseId }))).toMatchObject([{ unitId: `township-${town.here.townId}`, ended: null }])
})

test('a leader who takes over another’s case says why, and the other hears of it', async () => {
  const caseId = await filed()
  await leader.call('casework.takeCharge', { caseId })
  const above = await town.staff('countyLeader', town.county)
  expect(await above.tries('casework.takeCharge', { caseId })).toMatchObject({ code: 'casework.chargeIsTaken', error: { field: 'reason' } })
  expect((await li.call('casework.getMine', { caseId })).leader!.unitName).toBe((await leader.call('casework.getCase', { caseId })).leader!.unitName)

  const taken = await above.call('casework.takeCharge', { caseId, reason: '同类的事全县统一抓' })
  expect(taken.leader).toMatchObject({ isMe: true })
  expect(taken.timeline.at(-1)).toMatchObject({ action: 'takeCharge', words: '同类的事全县统一抓', byMe: true })
  await eventually(async () => expect(await titles(leader)).toContain('您包的案，由别的领导接着包：村口路灯不亮'))
  await eventually(async () => expect(await titles(li)).toContain('换了领导包案：村口路灯不亮'))
})

test('a merged case reopened runs on what its own limit had left when the other was answered, not on a fresh half', async () => {
  const own = await filed()
  const before = await li.call('casework.getMine', { caseId: own })
  const almost = await town.inCounty(async () => workingTime().before(new Date(before.redAt!), 60))
  town.at(almost)
  const other = await filed(zhao)
  await desk.call('casework.merge', { caseId: other, children: [{ caseId: own }] })
  await member.call('casework.accept', { caseId: other })
  const half = new Date(almost.getTime() + 30 * MINUTE)
  town.at(half)
  await member.call('casework.answer', { caseId: other, words: '换好了' })

  const later = new Date(half.getTime() + 24 * 60 * MINUTE)
  town.at(later)
  const again = await li.call('casework.reopen', { caseId: own, words: '还是不亮' })
  expect(again.state).toBe('handling')
  expect(await town.inCounty(async () => workingTime().between(later, new Date(again.redAt!)))).toBe(30)
})

test('whoever never joined a private case learns nothing by leaving it', async () => {
  const caseId = await filed(li, { category: 'welfare', words: '低保没了' })
  const missing = await zhao.tries('casework.leave', { caseId: ulid() })
  const hidden = await zhao.tries('casework.leave', { caseId })
  expect([missing.code, hidden.code]).toEqual(['core.notFound', 'core.notFound'])
  const open = await filed(li)
  expect(await zhao.call('casework.leave', { caseId: open })).toMatchObject({ isJoined: false, supporters: 0 })
})

test('the calendar gives nobody time by the month: more days off than a year can have are refused', async () => {
  const { version } = await centre.call('calendar.getCalendar', { year: 2027 })
  const off = Array.from({ length: 31 }, (_, at) => ({ day: new Date(Date.UTC(2027, 0, 5 + at * 7)).toISOString().slice(0, 10), isWorking: false, name: '停电' }))
  expect((await centre.tries('calendar.publishCalendar', { version, days: off, reason: '停电' })).code).toBe('calendar.tooManyOff')
  expect((await centre.call('calendar.previewCalendar', { version, days: off.slice(0, 12) })).days).toHaveLength(12)
})
