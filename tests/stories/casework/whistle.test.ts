import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { runJob } from '../../../cron/src/runner'
import { eventually } from '../../support/eventually'

let town: Town
let elder: Person
let member: Person
let secretary: Person
let desk: Person
let water: Person
let energy: Person
beforeAll(async () => {
  town = await aTown()
  elder = await town.villager({ name: '赵桂兰', villageId: town.here.villageId })
  member = await town.staff('gridMember', town.here.gridId)
  secretary = await town.staff('villageSecretary', town.here.villageId)
  desk = await town.staff('townDispatcher', town.here.townId)
  water = await town.staff('departmentStaff', town.county, 'water')
  energy = await town.staff('departmentStaff', town.county, 'energy')
}, 60_000)
afterAll(() => town?.stop())

const BEGIN = new Date('2026-11-11T02:00:00Z')
const titles = async (person: Person): Promise<string[]> => (await person.call('notice.listMine', {})).items.map(({ title }) => title)
const CALLS = [{ unitId: 'dept-water', task: '关总闸' }, { unitId: 'dept-energy', task: '断电，看水泵' }]
const WHEN_CALLED = new Set<string>(['arrive', 'reportResult'])
const minutes = (n: number) => town.at(new Date(BEGIN.getTime() + n * 60_000))
const sweep = () => runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })

const accepted = async (grade: 'normal' | 'urgent'): Promise<string> => {
  const caseId = ulid()
  town.at(BEGIN)
  await elder.call('casework.submit', { caseId, words: '村里修桥要人', category: grade === 'urgent' ? 'safety' : 'affairs', names: 'hidden', place: { point: town.here.point } })
  await member.call('casework.accept', { caseId })
  return caseId
}

test('two units are called, come, report and are gone; the requester sees who came', async () => {
  const caseId = await accepted('urgent')
  expect((await member.tries('casework.whistle', { caseId, units: CALLS })).code).toBe('core.forbidden')
  expect((await water.tries('casework.getCase', { caseId })).code).toBe('core.notFound')
  const called = await secretary.call('casework.whistle', { caseId, units: CALLS })
  expect(called.called).toMatchObject([
    { unitId: 'dept-water', task: '关总闸', arriveBy: new Date(BEGIN.getTime() + 30 * 60_000).toISOString(), isLate: false },
    { unitId: 'dept-energy', isLate: false },
  ])
  expect(called.handler.personId).toBe(member.id)
  await eventually(async () => expect(await titles(water)).toContain('请你们一起办，请报到：村里修桥要人'))
  expect((await water.call('casework.listCases', { queue: 'called' })).items.map(({ id }) => id)).toEqual([caseId])
  expect((await water.tries('casework.reportResult', { caseId, words: '关了' })).code).toBe('casework.notArrived')
  expect((await member.tries('casework.arrive', { caseId })).code).toBe('core.forbidden')
  expect((await secretary.tries('casework.arrive', { caseId })).code).toBe('casework.notYours')
  expect((await desk.tries('casework.whistle', { caseId, units: [CALLS[0]!] })).code).toBe('casework.alreadyCalled')
  expect((await desk.tries('casework.whistle', { caseId, units: [{ unitId: `committee-${town.there.villageId}`, task: '来' }] })).code).toBe('casework.outsideScope')

  minutes(10)
  expect((await water.call('casework.getCase', { caseId })).can.filter((action) => WHEN_CALLED.has(action))).toEqual(['arrive'])
  expect((await water.call('casework.arrive', { caseId })).can.filter((action) => WHEN_CALLED.has(action))).toEqual(['reportResult'])
  expect((await water.tries('casework.arrive', { caseId })).code).toBe('casework.alreadyArrived')
  await eventually(async () => expect(await titles(secretary)).toContain('请的单位报到了：村里修桥要人'))
  expect((await elder.call('casework.getMine', { caseId })).called).toMatchObject([{ unitName: '县水务局', arrivedAt: expect.any(String) }, { unitName: '县供电公司' }])
  expect((await member.tries('casework.answer', { caseId, words: '修好了' })).code).toBe('casework.calledWorking')

  expect(await water.call('casework.reportResult', { caseId, words: '总闸关了' })).toEqual({ done: true })
  expect((await water.tries('casework.getCase', { caseId })).code).toBe('core.notFound')
  expect((await water.call('casework.listCases', { queue: 'called' })).items).toEqual([])
  await energy.call('casework.arrive', { caseId })
  await energy.call('casework.reportResult', { caseId, words: '电断了' })
  expect(await member.call('casework.answer', { caseId, words: '修好了' })).toMatchObject({ state: 'answered' })
})

test('whoever does not come in time is told of once, listed, and the owner may go on without them, with a reason', async () => {
  const caseId = await accepted('urgent')
  await desk.call('casework.whistle', { caseId, units: CALLS })
  await water.call('casework.arrive', { caseId })
  minutes(31)
  await Promise.all([sweep(), sweep()])
  minutes(45)
  await sweep()
  const late = '请的单位到时没报到：村里修桥要人'
  await eventually(async () => expect((await titles(desk)).filter((title) => title === late)).toHaveLength(1))
  await eventually(async () => expect(await titles(energy)).toContain('已过报到时间：村里修桥要人'))
  expect(await titles(water)).not.toContain('已过报到时间：村里修桥要人')
  const shown = await secretary.call('casework.getCase', { caseId })
  expect(shown.called!.map(({ isLate }) => isLate)).toEqual([false, true])
  expect(shown.timeline.filter(({ action }) => action === 'tellLate')).toHaveLength(1)
  for (const reader of [desk, secretary]) expect((await reader.call('casework.listCases', { queue: 'lateArrivals' })).items.map(({ id }) => id)).toEqual([caseId])

  expect((await desk.tries('casework.waiveCalled', { caseId, reason: '不等了' })).code).toBe('casework.notYours')
  await secretary.call('casework.waiveCalled', { caseId, reason: '村里自己有电工' })
  expect((await desk.call('casework.listCases', { queue: 'lateArrivals' })).items).toEqual([])
  expect((await elder.call('casework.getMine', { caseId })).timeline.at(-1)).toMatchObject({ action: 'waiveCalled', words: '村里自己有电工' })
  await member.call('casework.answer', { caseId, words: '接好了' })
})

test('two whistles at once call each unit once, and a report twice is one report', async () => {
  const caseId = await accepted('normal')
  const both = await Promise.all([desk, secretary].map((who) => who.tries('casework.whistle', { caseId, units: CALLS })))
  expect(both.map(({ code }) => code).filter((code) => code === 'ok')).toHaveLength(1)
  await water.call('casework.arrive', { caseId })
  const key = ulid()
  expect(await water.call('casework.reportResult', { caseId, words: '关了' }, { key })).toEqual({ done: true })
  expect(await water.call('casework.reportResult', { caseId, words: '关了' }, { key })).toEqual({ done: true })
  expect((await elder.call('casework.getMine', { caseId })).timeline.filter(({ action }) => action === 'reportResult')).toHaveLength(1)
})
