import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { runJob } from '../../../cron/src/runner'
import { CallBacks } from '../../../server/src/modules/casework/call-back.model'
import { Cases } from '../../../server/src/modules/casework/case.model'
import { eventually } from '../../support/eventually'

let town: Town
let elder: Person
let member: Person
let secretary: Person
let desk: Person
let centre: Person
beforeAll(async () => {
  town = await aTown()
  elder = await town.villager({ name: '赵桂兰', villageId: town.here.villageId, phone: '13900001111' })
  member = await town.staff('gridMember', town.here.gridId)
  secretary = await town.staff('villageSecretary', town.here.villageId)
  desk = await town.staff('townDispatcher', town.here.townId)
  centre = await town.staff('countyDispatcher', town.county)
}, 60_000)
afterAll(() => town?.stop())

/** Wednesday, in office hours, a plain week after it. */
const BEGIN = new Date('2026-11-11T02:00:00Z')
const DAY = 86_400_000
const titles = async (person: Person): Promise<string[]> => (await person.call('notice.listMine', {})).items.map(({ title }) => title)
const sweep = () => runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })
const comes = async (at: Date | string): Promise<void> => {
  town.at(new Date(at))
  await sweep()
}
const rowsOf = (caseId: string) => town.inCounty(() => CallBacks.list({ caseId }, { sort: { round: 1 } }))
const openRow = async (who: Person, caseId: string) => (await who.call('casework.listCallBacks', { limit: 100 })).items.find((row) => row.caseId === caseId)

const answered = async (category = 'power', at = BEGIN): Promise<string> => {
  const caseId = ulid()
  town.at(at)
  await elder.call('casework.submit', { caseId, words: '村口路灯不亮', category, place: { point: town.here.point } })
  await member.call('casework.accept', { caseId })
  await member.call('casework.answer', { caseId, words: '换好了' })
  return caseId
}
const answeredAgain = (caseId: string) => member.call('casework.answer', { caseId, words: '又换了一个' })

test('nobody rates, the centre calls, "no" goes one level up, twice; then a hearing, and never in a circle', async () => {
  const caseId = await answered()
  await comes('2026-11-11T12:00:00Z')
  expect(await openRow(desk, caseId)).toBeUndefined()
  await comes('2026-11-12T01:00:00Z')
  const row = (await openRow(desk, caseId))!
  expect(row).toMatchObject({ kind: 'first', round: 1, tries: 0, isLate: false, requesterName: '赵**', can: expect.arrayContaining(['recordCallBack']) })
  expect(row.due).toBe('2026-11-12T10:00:00.000Z')
  expect(JSON.stringify(row)).not.toContain('13900001111')
  expect((await desk.call('casework.revealRequester', { caseId, reason: '回访' })).phone).toBe('13900001111')

  expect((await desk.tries('casework.recordCallBack', { caseId, result: 'notFixed' })).code).toBe('casework.wordsNeeded')
  const first = await desk.call('casework.recordCallBack', { caseId, result: 'notFixed', words: '晚上还是黑的' })
  expect(first).toMatchObject({ state: 'handling', reopenedCount: 1, owner: { unitId: `township-${town.here.townId}` }, handler: { personId: member.id } })
  expect(first.callBack).toBeUndefined()
  await eventually(async () => expect(await titles(elder)).toContain('已由上一级负责重办：村口路灯不亮'))
  await eventually(async () => expect(await titles(member)).toContain('说没办好，请重办：村口路灯不亮'))

  await answeredAgain(caseId)
  await comes('2026-11-13T01:00:00Z')
  const second = await desk.call('casework.recordCallBack', { caseId, result: 'notFixed', words: '还是黑的' })
  expect(second).toMatchObject({ state: 'handling', reopenedCount: 2, owner: { unitId: `centre-${town.county}` }, handler: { personId: member.id } })

  await answeredAgain(caseId)
  await comes('2026-11-16T01:00:00Z')
  const third = await desk.call('casework.recordCallBack', { caseId, result: 'notFixed', words: '还是黑的' })
  expect(third).toMatchObject({ state: 'handling', reopenedCount: 2, hearing: { due: '2026-11-30T10:00:00.000Z' }, redAt: '2026-11-30T10:00:00.000Z' })
  expect((await member.tries('casework.answer', { caseId, words: '修好了' })).code).toBe('casework.hearingFirst')
  expect((await centre.tries('casework.giveUp', { caseId, reason: '办不了' })).code).toBe('casework.hearingFirst')
  expect((await desk.tries('casework.holdHearing', { caseId, words: '开过了' })).code).toBe('casework.notYours')
  await eventually(async () => expect(await titles(centre)).toContain('多次没办好，请开听证会：村口路灯不亮'))

  await comes('2026-11-30T10:00:00Z')
  expect(await elder.call('casework.getMine', { caseId })).toMatchObject({ supervision: { isTop: true, awaits: 'feedback' } })
  const heard = await centre.call('casework.holdHearing', { caseId, words: '换太阳能灯，十二月前装好' })
  expect(heard.hearing?.heldAt).toBeDefined()
  await answeredAgain(caseId)
  await elder.call('casework.rate', { caseId, score: 1 })
  expect((await elder.tries('casework.reopen', { caseId, words: '没好' })).code).toBe('casework.heardAlready')
  expect((await rowsOf(caseId)).map(({ round, ended, words }) => [round, ended, words])).toEqual([[1, 'notFixed', '晚上还是黑的'], [2, 'notFixed', '还是黑的'], [3, 'notFixed', '还是黑的']])
})

test('whoever handles, answered or serves the handling unit does not ask whether it is fixed', async () => {
  const caseId = await answered()
  await comes('2026-11-12T01:00:00Z')
  expect((await member.tries('casework.recordCallBack', { caseId, result: 'fixed' })).code).toBe('core.forbidden')
  expect((await secretary.tries('casework.listCallBacks', {})).code).toBe('core.forbidden')
  const twoPosts = await town.staff('townDispatcher', town.here.townId)
  await town.alsoAppoint(twoPosts, { role: 'gridMember', regionId: town.here.gridId })
  expect((await twoPosts.tries('casework.recordCallBack', { caseId, result: 'fixed' })).code).toBe('casework.callOwnWork')
  expect((await openRow(twoPosts, caseId))?.can).not.toContain('recordCallBack')
  const elsewhere = await town.staff('townDispatcher', town.there.townId)
  expect(await openRow(elsewhere, caseId)).toBeUndefined()
  expect((await elsewhere.tries('casework.recordCallBack', { caseId, result: 'fixed' })).code).toBe('core.notFound')
  expect(await centre.call('casework.recordCallBack', { caseId, result: 'fixed' })).toMatchObject({ state: 'answered' })
  // Those who did the work read that they were asked, not what was said.
  const seen = (await member.call('casework.getCase', { caseId })).timeline.find(({ action }) => action === 'recordCallBack')
  expect(seen).toBeDefined()
  expect(seen?.words).toBeUndefined()
})

test('nobody answers the phone on three different days: said so, never counted as satisfied', async () => {
  const caseId = await answered()
  for (const [day, tries] of [['2026-11-12', 1], ['2026-11-13', 2]] as const) {
    await comes(`${day}T01:00:00Z`)
    expect(await desk.call('casework.recordCallBack', { caseId, result: 'noReply' })).toMatchObject({ callBack: { tries } })
    expect((await desk.tries('casework.recordCallBack', { caseId, result: 'noReply' })).code).toBe('casework.triedToday')
  }
  // Friday's try is made again on Monday.
  expect((await openRow(desk, caseId))?.nextTry).toBe('2026-11-15T16:00:00.000Z')
  await comes('2026-11-16T01:00:00Z')
  expect((await desk.call('casework.recordCallBack', { caseId, result: 'noReply' })).callBack).toBeUndefined()
  expect((await rowsOf(caseId))[0]).toMatchObject({ ended: 'noReply', tries: [{}, {}, {}] })
  expect((await desk.tries('casework.recordCallBack', { caseId, result: 'fixed' })).code).toBe('casework.noCallBack')
})

test('who rated is not called, but a lasting repair is asked about after 28 days, by themselves or by phone', async () => {
  const caseId = await answered('road')
  await elder.call('casework.rate', { caseId, score: 5 })
  await comes(new Date(BEGIN.getTime() + 27 * DAY))
  expect(await rowsOf(caseId)).toEqual([])
  await comes(new Date(BEGIN.getTime() + 28 * DAY))
  const asked = await elder.call('casework.getMine', { caseId })
  expect(asked).toMatchObject({ state: 'closed', callBack: { kind: 'lasting' }, can: ['answerCallBack'] })
  const again = await elder.call('casework.answerCallBack', { caseId, isFixed: false, words: '坑又开了' })
  expect(again).toMatchObject({ state: 'handling', reopenedCount: 1, owner: { unitId: `township-${town.here.townId}` } })
  const nothing = await answered('welfare')
  await elder.call('casework.rate', { caseId: nothing, score: 5 })
  const { nextAt } = await town.inCounty(() => Cases.need({ _id: nothing }))
  expect(nextAt).toBeNull()
})

test('a caller without an account says "no" through the call-back', async () => {
  const caseId = ulid()
  town.at(BEGIN)
  await desk.call('casework.fileForCaller', { caseId, channel: 'phone', phone: '13711112222', name: '孙大爷', words: '水管漏水', category: 'water', place: { gridId: town.here.gridId } })
  await member.call('casework.accept', { caseId })
  await member.call('casework.answer', { caseId, words: '修好了' })
  await comes('2026-11-12T01:00:00Z')
  expect((await desk.call('casework.revealRequester', { caseId, reason: '回访' })).phone).toBe('13711112222')
  expect(await desk.call('casework.recordCallBack', { caseId, result: 'notFixed', words: '还在漏' })).toMatchObject({ state: 'handling', reopenedCount: 1 })
})

test('rating before anybody calls overtakes the round', async () => {
  const caseId = await answered('welfare')
  await comes('2026-11-12T01:00:00Z')
  await elder.call('casework.rate', { caseId, score: 4 })
  expect((await rowsOf(caseId))[0]).toMatchObject({ ended: 'overtaken' })
  expect(await openRow(desk, caseId)).toBeUndefined()
})

test('one round for all who were merged: the parent’s, with a few of the others to ask', async () => {
  const [parent, child] = [ulid(), ulid()]
  town.at(BEGIN)
  const neighbour = await town.villager({ name: '钱有福', villageId: town.here.villageId })
  await elder.call('casework.submit', { caseId: parent, words: '停电了', category: 'power', place: { point: town.here.point } })
  await neighbour.call('casework.submit', { caseId: child, words: '家里没电', category: 'power', place: { point: town.here.point } })
  await desk.call('casework.merge', { caseId: parent, children: [{ caseId: child }] })
  await member.call('casework.accept', { caseId: parent })
  await member.call('casework.answer', { caseId: parent, words: '来电了' })
  await comes('2026-11-12T01:00:00Z')
  expect((await openRow(desk, parent))?.others).toEqual([expect.objectContaining({ caseId: child, requesterName: '钱**' })])
  expect(await rowsOf(child)).toEqual([])
})

test('two clerks, or a clerk and the requester, at one moment: one word counts', async () => {
  const colleague = await town.staff('townDispatcher', town.here.townId)
  for (let round = 0; round < 4; round += 1) {
    const caseId = await answered('road', new Date(BEGIN.getTime() + round * 1000))
    await elder.call('casework.rate', { caseId, score: 5 })
    await comes(new Date(BEGIN.getTime() + 28 * DAY + DAY / 24))
    const rival = round % 2 ? () => colleague.tries('casework.recordCallBack', { caseId, result: 'notFixed', words: '没好' }) : () => elder.tries('casework.answerCallBack', { caseId, isFixed: false })
    const codes = (await Promise.all([desk.tries('casework.recordCallBack', { caseId, result: 'fixed' }), rival()])).map(({ code }) => code)
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
    const rows = await rowsOf(caseId)
    expect(rows).toHaveLength(1)
    expect((await elder.call('casework.getMine', { caseId })).reopenedCount).toBe(rows[0]!.ended === 'notFixed' ? 1 : 0)
  }
})

test('a unit reads how satisfied people are in groups of five, and nothing below', async () => {
  const month = '2027-03'
  const at = new Date('2027-03-03T02:00:00Z')
  const cases: string[] = []
  const mine = async (who: Person) => (await who.call('casework.showSatisfaction', { month })).items.find(({ unitId }) => unitId === `committee-${town.here.villageId}`)
  for (const score of [5, 4, 3, 1]) {
    const caseId = await answered('welfare', at)
    await elder.call('casework.rate', { caseId, score })
    cases.push(caseId)
  }
  expect(await mine(secretary)).toEqual({ unitId: `committee-${town.here.villageId}`, unitName: expect.any(String) })
  const fifth = await answered('welfare', at)
  expect((await mine(secretary))?.counts).toBeUndefined()
  await comes('2027-03-04T01:00:00Z')
  await desk.call('casework.recordCallBack', { caseId: fifth, result: 'refused' })
  expect((await mine(secretary))?.counts).toEqual({ satisfied: 2, fair: 1, notSatisfied: 1, noReply: 0, refused: 1, unrated: 0, waiting: 0 })
  const elsewhere = await town.staff('villageSecretary', town.there.villageId)
  expect(await mine(elsewhere)).toBeUndefined()
  expect((await member.tries('casework.showSatisfaction', { month })).code).toBe('core.forbidden')
  const asked = { unitId: `committee-${town.here.villageId}`, month, opinion: 'notSatisfied' as const }
  expect((await secretary.tries('casework.listOpinions', asked)).code).toBe('core.forbidden')
  expect((await desk.call('casework.listOpinions', asked)).items.map(({ caseId }) => caseId)).toEqual([cases[3]])
  expect((await member.call('casework.getCase', { caseId: cases[3]! })).rating).toBeUndefined()
  expect((await elder.call('casework.getMine', { caseId: cases[3]! })).rating).toMatchObject({ score: 1 })
})
