import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { runJob } from '../../../cron/src/runner'
import { workingTime } from '../../../server/src/modules/calendar'
import { Supervisions } from '../../../server/src/modules/casework/supervision.model'
import { eventually } from '../../support/eventually'

let town: Town
let elder: Person
let member: Person
let secretary: Person
let desk: Person
let leader: Person
let centre: Person
beforeAll(async () => {
  town = await aTown()
  elder = await town.villager({ name: '赵桂兰', villageId: town.here.villageId, phone: '13900001111' })
  member = await town.staff('gridMember', town.here.gridId)
  secretary = await town.staff('villageSecretary', town.here.villageId)
  desk = await town.staff('townDispatcher', town.here.townId)
  leader = await town.staff('townLeader', town.here.townId)
  centre = await town.staff('countyDispatcher', town.county)
}, 60_000)
afterAll(() => town?.stop())

const MINUTE = 60_000
/** Wednesday, in office hours, a plain week after it. */
const BEGIN = new Date('2026-11-11T02:00:00Z')
const titles = async (person: Person): Promise<string[]> => (await person.call('notice.listMine', {})).items.map(({ title }) => title)
const sweep = () => runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })
/** As if nobody looked until a minute after then. */
const comes = async (at: string): Promise<void> => {
  town.at(new Date(Date.parse(at) + MINUTE))
  await sweep()
}
const rowsOf = (caseId: string) => town.inCounty(() => Supervisions.list({ caseId }, { sort: { since: 1 } }))
const endOfWorkingDay = (after: string, days: number) => town.inCounty(async () => workingTime().endOfDay(new Date(after), days).toISOString())

const filed = async (category: string): Promise<string> => {
  const caseId = ulid()
  town.at(BEGIN)
  await elder.call('casework.submit', { caseId, words: '村口路灯不亮', category, place: { point: town.here.point } })
  return caseId
}

test('a case nobody moves climbs to the county by itself, each level with a duty and a day', async () => {
  const caseId = await filed('power')
  const before = await elder.call('casework.getMine', { caseId })
  const committee = before.owner.name

  await comes(before.acceptBy!)
  await eventually(async () => expect(await titles(secretary)).toContain('还没有人受理，请您接手：村口路灯不亮'))
  await member.call('casework.accept', { caseId })
  await comes(before.yellowAt!)
  await eventually(async () => expect(await titles(member)).toContain('快到时限：村口路灯不亮'))

  await comes(before.redAt!)
  const red = await elder.call('casework.getMine', { caseId })
  expect(red).toMatchObject({ colour: 'red', handler: { personId: member.id }, supervision: { kind: 'overdue', level: 1, awaits: 'feedback', isTop: false } })
  expect(red.owner.name).not.toBe(committee)
  expect(red.owner.unitId).toBe(`township-${town.here.townId}`)
  expect(red.supervision!.due).toBe(await endOfWorkingDay(red.supervision!.since, 1))
  await eventually(async () => expect(await titles(elder)).toContain('超期了，已由上一级负责：村口路灯不亮'))
  await eventually(async () => expect(await titles(desk)).toContain('督办：村口路灯不亮'))

  expect(red.timeline.at(-1)).toMatchObject({ action: 'escalate', ownerFrom: committee, ownerTo: red.owner.name })
  expect((await desk.call('casework.countSupervisions', {})).owed.count).toBeGreaterThan(0)
  expect(await member.tries('casework.countSupervisions', {})).toMatchObject({ code: 'core.forbidden' })
  await comes(red.supervision!.due)
  const top = await elder.call('casework.getMine', { caseId })
  expect(top).toMatchObject({ owner: { unitId: `centre-${town.county}` }, handler: { personId: member.id }, supervision: { level: 2, isTop: true } })
  await comes(top.supervision!.due)
  expect((await elder.call('casework.getMine', { caseId })).rev).toBe(top.rev)
  expect((await rowsOf(caseId)).map(({ level, ended }) => [level, ended])).toEqual([[1, 'missed'], [2, null]])
  const board = await centre.call('casework.listSupervisions', { mine: true })
  expect(board.items.find((row) => row.caseId === caseId)).toMatchObject({ isLate: true, awaits: 'feedback', level: 2 })
})

test('feedback, result and signature end a supervision; each is the owner’s alone and has its day', async () => {
  const caseId = await filed('power')
  await member.call('casework.accept', { caseId })
  const { redAt } = await member.call('casework.getCase', { caseId })
  await comes(redAt!)
  const promisedAt = await endOfWorkingDay(redAt!, 2)
  const feedback = { caseId, reason: '灯头没货', measures: '县城调货', promisedAt }

  expect((await member.tries('casework.fileFeedback', feedback)).code).toBe('core.forbidden')
  expect((await secretary.tries('casework.fileFeedback', feedback)).code).toBe('casework.notYours')
  expect((await desk.tries('casework.fileFeedback', { ...feedback, promisedAt: redAt! })).code).toBe('casework.promiseInPast')
  expect((await desk.tries('casework.fileFeedback', { ...feedback, promisedAt: '2027-03-01T00:00:00.000Z' })).code).toBe('casework.promiseTooFar')
  expect((await desk.tries('casework.signResult', { caseId })).code).toBe('casework.wrongState')
  expect(await desk.call('casework.fileFeedback', feedback)).toMatchObject({ supervision: { awaits: 'result', due: promisedAt } })
  expect((await desk.tries('casework.fileFeedback', feedback)).code).toBe('casework.otherAwaited')
  await eventually(async () => expect(await titles(elder)).toContain('负责单位说明了情况：村口路灯不亮'))

  const answered = await member.call('casework.answer', { caseId, words: '换好了' })
  expect(answered.supervision).toMatchObject({ awaits: 'signature' })
  expect(answered.can).not.toContain('signResult')
  expect((await leader.call('casework.getCase', { caseId })).can).toEqual(expect.arrayContaining(['signResult', 'takeCharge']))
  const signed = await leader.call('casework.signResult', { caseId })
  expect(signed.supervision).toBeUndefined()
  expect((await rowsOf(caseId)).map(({ ended, signedById, feedback: form }) => [ended, signedById, form?.reason])).toEqual([['signed', leader.id, '灯头没货']])
})

test('a result nobody signs moves the case up as well, and what the requester says ends it', async () => {
  const caseId = await filed('power')
  await member.call('casework.accept', { caseId })
  await comes((await member.call('casework.getCase', { caseId })).redAt!)
  const { supervision } = await member.call('casework.answer', { caseId, words: '换好了' })
  await comes(supervision!.due)
  expect(await elder.call('casework.getMine', { caseId })).toMatchObject({ state: 'answered', owner: { unitId: `centre-${town.county}` }, supervision: { level: 2, awaits: 'signature' } })
  expect((await elder.call('casework.rate', { caseId, score: 4 })).supervision).toBeUndefined()
  expect((await rowsOf(caseId)).map(({ ended }) => ended)).toEqual(['missed', 'closed'])
})

test('under supervision a case changes hands, not its owner', async () => {
  const caseId = await filed('power')
  await comes((await elder.call('casework.getMine', { caseId })).redAt!)
  const routed = await desk.call('casework.route', { caseId, unitId: 'dept-energy' })
  expect(routed).toMatchObject({ owner: { unitId: `township-${town.here.townId}` }, handler: { unitId: 'dept-energy' } })
})

test('a level above lists a case before it is red; the owner owes feedback all the same', async () => {
  const caseId = await filed('road')
  expect((await desk.tries('casework.listForSupervision', { caseId, reason: '反映多次', rev: 9 })).code).toBe('core.staleRevision')
  expect((await secretary.tries('casework.listForSupervision', { caseId, reason: '反映多次' })).code).toBe('core.forbidden')
  const listed = await desk.call('casework.listForSupervision', { caseId, reason: '反映多次' })
  expect(listed).toMatchObject({ owner: { unitId: `committee-${town.here.villageId}` }, supervision: { kind: 'listed', unitId: `committee-${town.here.villageId}`, awaits: 'feedback' } })
  await eventually(async () => expect(await titles(secretary)).toContain('挂牌督办，请反馈：村口路灯不亮'))
  const led = await leader.call('casework.takeCharge', { caseId })
  expect(led.leader).toMatchObject({ isMe: true })
  expect((await leader.tries('casework.takeCharge', { caseId })).code).toBe('casework.alreadyInCharge')
  expect((await elder.call('casework.getMine', { caseId })).leader).toMatchObject({ name: expect.any(String), isMe: false })
})

test('time is asked for in time, given once by the level above, and shown to the requester', async () => {
  const caseId = await filed('road')
  await member.call('casework.accept', { caseId })
  const { redAt } = await member.call('casework.getCase', { caseId })
  const later = await endOfWorkingDay(redAt!, 3)
  expect((await member.tries('casework.askTime', { caseId, kind: 'extend', until: BEGIN.toISOString(), reason: '等批复' })).code).toBe('casework.untilOutOfRange')
  await member.call('casework.askTime', { caseId, kind: 'extend', until: later, reason: '等批复' })
  expect((await member.tries('casework.askTime', { caseId, kind: 'pause', until: later, reason: '等批复' })).code).toBe('casework.timeAlreadyAsked')
  expect((await secretary.tries('casework.grantTime', { caseId })).code).toBe('core.forbidden')
  expect(await desk.call('casework.grantTime', { caseId })).toMatchObject({ redAt: later, isExtended: true })
  const seen = await elder.call('casework.getMine', { caseId })
  expect(seen.isExtended).toBe(true)
  expect(seen.timeline.find(({ action }) => action === 'grantTime')).toMatchObject({ time: { kind: 'extend', until: later }, dueFrom: redAt, dueTo: later })
  expect((await member.tries('casework.askTime', { caseId, kind: 'extend', until: await endOfWorkingDay(later, 1), reason: '再等等' })).code).toBe('casework.alreadyExtended')

  const until = await endOfWorkingDay(BEGIN.toISOString(), 2)
  await member.call('casework.askTime', { caseId, kind: 'pause', until, reason: '等天晴' })
  const paused = await desk.call('casework.grantTime', { caseId })
  expect(paused).toMatchObject({ colour: 'paused', pause: { until, reason: '等天晴' } })
  expect((await centre.call('casework.listCases', { colour: 'paused', serial: paused.serial })).items).toHaveLength(1)
  await comes(until)
  const resumed = await elder.call('casework.getMine', { caseId })
  expect(resumed.pause).toBeUndefined()
  expect(await town.inCounty(async () => workingTime().between(new Date(resumed.redAt!), new Date(later)))).toBeLessThan(0)
})

test('what was asked for in time and turned red meanwhile is not given', async () => {
  const caseId = await filed('power')
  await member.call('casework.accept', { caseId })
  const { redAt } = await member.call('casework.getCase', { caseId })
  await member.call('casework.askTime', { caseId, kind: 'extend', until: await endOfWorkingDay(redAt!, 1), reason: '等货' })
  town.at(new Date(Date.parse(redAt!) + 1))
  expect((await desk.tries('casework.grantTime', { caseId })).code).toBe('casework.tooLateForTime')
})

test('what no rule can route calls the county’s desk within two working hours, and is red by itself', async () => {
  const caseId = ulid()
  town.at(BEGIN)
  const stranger = await town.villager()
  await stranger.call('casework.submit', { caseId, words: '不知道归哪儿管' })
  // Somebody nobody knows is looked at first; taken in without a place, it lies where no rule could send it.
  await centre.call('casework.admit', { caseId })
  const filedCase = await stranger.call('casework.getMine', { caseId })
  expect(filedCase).toMatchObject({ owner: { unitId: `centre-${town.county}` }, acceptBy: '2026-11-11T04:00:00.000Z' })
  await comes(filedCase.acceptBy!)
  await eventually(async () => expect(await titles(centre)).toContain('还没有人受理，请您接手：不知道归哪儿管'))
  await comes(filedCase.redAt!)
  expect(await stranger.call('casework.getMine', { caseId })).toMatchObject({ colour: 'red', supervision: { isTop: true, awaits: 'feedback', unitId: `centre-${town.county}` } })
})

test('two sweeps and a hand at one moment move a case once', async () => {
  const cases = [await filed('power'), await filed('power'), await filed('power')]
  const { redAt } = await elder.call('casework.getMine', { caseId: cases[0]! })
  town.at(new Date(Date.parse(redAt!) + MINUTE))
  const hands = cases.map((caseId) => member.tries('casework.accept', { caseId }))
  await Promise.all([sweep(), sweep(), ...hands])
  await sweep()
  for (const caseId of cases) {
    const { timeline, supervision } = await elder.call('casework.getMine', { caseId })
    expect(timeline.filter(({ action }) => action === 'escalate')).toHaveLength(1)
    expect(supervision?.level).toBe(1)
    expect(await rowsOf(caseId)).toHaveLength(1)
  }
})
