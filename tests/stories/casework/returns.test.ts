import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { runJob } from '../../../cron/src/runner'
import { workingTime } from '../../../server/src/modules/calendar'
import { keepResponsibilities } from '../../../server/src/modules/casework'
import { OrgUnits } from '../../../server/src/modules/region/org-unit.model'
import { regionById, reloadRegions } from '../../../server/src/modules/region'
import { responsibilities } from '../../../server/src/seed/organisation/responsibilities'
import { eventually } from '../../support/eventually'

let town: Town
let elder: Person
let desk: Person
let water: Person
let energy: Person
let centre: Person
beforeAll(async () => {
  town = await aTown()
  await town.inCounty(() => keepResponsibilities(responsibilities))
  elder = await town.villager({ name: '赵桂兰', villageId: town.here.villageId })
  desk = await town.staff('townDispatcher', town.here.townId)
  water = await town.staff('departmentStaff', town.county, 'water')
  energy = await town.staff('departmentStaff', town.county, 'energy')
  centre = await town.staff('countyDispatcher', town.county)
}, 60_000)
afterAll(() => town?.stop())

const BEGIN = new Date('2026-11-11T02:00:00Z')
const titles = async (person: Person): Promise<string[]> => (await person.call('notice.listMine', {})).items.map(({ title }) => title)
const endOfWorkingDay = (after: string, days: number) => town.inCounty(async () => workingTime().endOfDay(new Date(after), days).toISOString())
const sweepAt = async (at: string): Promise<void> => {
  town.at(new Date(Date.parse(at) + 60_000))
  await runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })
}
const seen = (caseId: string) => elder.call('casework.getMine', { caseId })

const sentTo = async (unitId: string): Promise<string> => {
  const caseId = ulid()
  town.at(BEGIN)
  await elder.call('casework.submit', { caseId, words: '村口电线垂到地上', category: 'road', place: { point: town.here.point } })
  await desk.call('casework.route', { caseId, unitId })
  return caseId
}

test('the list of duties is there to search, by words, unit and kind of matter', async () => {
  const all = await water.call('casework.listResponsibilities', { limit: 100 })
  expect(all.items.length).toBeGreaterThanOrEqual(30)
  expect((await desk.call('casework.listResponsibilities', { words: '变压器' })).items).toMatchObject([{ unitId: 'dept-energy', unitName: '县供电公司' }])
  expect((await desk.call('casework.listResponsibilities', { words: '.*' })).items).toEqual([])
  const road = await desk.call('casework.listResponsibilities', { category: 'road', unitId: 'dept-transport', limit: 2 })
  expect(road).toMatchObject({ items: [{ code: '交通-1' }, { code: '交通-2' }], next: expect.any(String) })
})

test('a unit sends a case back once, in time, with whose duty it is; the clock runs on and the requester is told', async () => {
  const caseId = await sentTo('dept-water')
  const before = await seen(caseId)
  expect(before.handler.returnBy).toBe(await endOfWorkingDay(BEGIN.toISOString(), 2))
  expect((await energy.tries('casework.returnCase', { caseId, responsibilityCode: '供电-1', reason: '不归我们' })).code).toBe('core.notFound')
  expect((await desk.tries('casework.returnCase', { caseId, responsibilityCode: '供电-1', reason: '不归我们' })).code).toBe('casework.notYours')
  expect((await water.tries('casework.returnCase', { caseId, responsibilityCode: '水务-1', reason: '不归我们' })).code).toBe('casework.ownResponsibility')
  expect((await water.tries('casework.returnCase', { caseId, responsibilityCode: 'x', reason: '不归我们' })).code).toBe('casework.unknownResponsibility')

  town.at(new Date(BEGIN.getTime() + 3_600_000))
  const returned = await water.call('casework.returnCase', { caseId, responsibilityCode: '供电-1', reason: '是电线不是水管' })
  expect(returned).toMatchObject({ state: 'pending', redAt: before.redAt, returnedCount: 1, handler: { unitId: `township-${town.here.townId}` }, owner: { unitId: `township-${town.here.townId}` } })
  expect(returned.heldBy).toEqual([
    { unitId: `committee-${town.here.villageId}`, unitName: expect.any(String), minutes: 0 },
    { unitId: 'dept-water', unitName: '县水务局', minutes: 60 },
    { unitId: `township-${town.here.townId}`, unitName: expect.any(String), minutes: 0 },
  ])
  expect((await seen(caseId)).timeline.at(-1)).toMatchObject({ action: 'returnCase', words: expect.stringContaining('县供电公司') })
  await eventually(async () => expect(await titles(elder)).toContain('换单位办，正在重新转：村口电线垂到地上'))
  await eventually(async () => expect(await titles(desk)).toContain('退回来了，请重新定：村口电线垂到地上'))

  await desk.call('casework.route', { caseId, unitId: 'dept-water' })
  expect((await water.tries('casework.returnCase', { caseId, responsibilityCode: '供电-1', reason: '再退' })).code).toBe('casework.returnedBefore')
})

test('two working days after it came it counts as signed, whoever of the unit has taken it on meanwhile', async () => {
  const caseId = await sentTo('dept-water')
  await water.call('casework.accept', { caseId })
  const { handler } = await seen(caseId)
  town.at(new Date(Date.parse(handler.returnBy!) + 1))
  const shown = await water.call('casework.getCase', { caseId })
  expect(shown.can).not.toContain('returnCase')
  expect((await water.tries('casework.returnCase', { caseId, responsibilityCode: '供电-1', reason: '不归我们' })).code).toBe('casework.returnTooLate')
})

test('a second return goes to the arbiter at the common parent, whose word binds', async () => {
  const caseId = await sentTo('dept-water')
  await water.call('casework.returnCase', { caseId, responsibilityCode: '供电-1', reason: '是电线' })
  await desk.call('casework.route', { caseId, unitId: 'dept-energy' })
  const disputed = await energy.call('casework.returnCase', { caseId, responsibilityCode: '住建-3', reason: '是路灯的线' })
  expect(disputed).toMatchObject({
    returnedCount: 2, handler: { unitId: `centre-${town.county}` },
    arbitration: { unitId: `centre-${town.county}`, isTop: true, due: await endOfWorkingDay(BEGIN.toISOString(), 1) },
  })
  expect((await desk.tries('casework.route', { caseId, unitId: 'dept-urban' })).code).toBe('casework.inArbitration')
  expect((await centre.tries('casework.accept', { caseId })).code).toBe('casework.inArbitration')
  expect((await desk.tries('casework.arbitrate', { caseId, unitId: 'dept-energy', reason: '按清单' })).code).toBe('casework.notYours')
  expect((await centre.call('casework.listCases', { queue: 'arbitration' })).items.map(({ id }) => id)).toEqual([caseId])
  expect((await desk.call('casework.listCases', { queue: 'arbitration' })).items).toEqual([])

  const [first, second] = await Promise.all(['dept-energy', 'dept-urban'].map((unitId) => centre.tries('casework.arbitrate', { caseId, unitId, reason: '按清单第三条' })))
  expect([first!.code, second!.code].sort()).toContain('ok')
  expect([first!.code, second!.code].filter((code) => code === 'ok')).toHaveLength(1)
  const decided = await seen(caseId)
  expect(decided).toMatchObject({ state: 'pending', isBound: true, owner: { unitId: decided.handler.unitId } })
  expect(decided.arbitration).toBeUndefined()
  const bound = decided.handler.unitId === 'dept-energy' ? energy : await town.staff('departmentStaff', town.county, 'urban')
  expect((await bound.call('casework.getCase', { caseId })).can).not.toContain('returnCase')
  expect((await centre.call('casework.listCases', { queue: 'arbitration' })).items).toEqual([])
  await bound.call('casework.accept', { caseId })
})

test('where the list names nobody the first return goes to the arbiter; missed, it climbs to the county and stays listed', async () => {
  await town.inCounty(async () => {
    const { townId } = town.here
    const station = { unitId: 'station-water', name: '水管站', kind: 'department' as const, department: 'waterStation', parentId: `township-${townId}`, regionId: townId, regionPath: regionById(townId)!.path }
    await OrgUnits.upsert({ _id: 'station-water' }, { $set: station })
    await reloadRegions()
  })
  const caseId = await sentTo('station-water')
  const desks = { town: `township-${town.here.townId}`, county: `centre-${town.county}` }
  const leader = await town.staff('townLeader', town.here.townId)
  const clerk = await town.staff('departmentStaff', town.here.townId, 'waterStation')
  const disputed = await clerk.call('casework.returnCase', { caseId, responsibilityCode: null, reason: '清单里没有这一项' })
  expect(disputed.arbitration).toMatchObject({ unitId: desks.town, isTop: false })
  expect((await leader.call('casework.listCases', { queue: 'arbitration' })).items).toHaveLength(1)
  await sweepAt(disputed.arbitration!.due)
  const raised = await seen(caseId)
  expect(raised).toMatchObject({ arbitration: { unitId: desks.county, isTop: true }, handler: { unitId: desks.county } })
  await eventually(async () => expect(await titles(centre)).toContain('到期没有裁定，请定由谁办：村口电线垂到地上'))
  await sweepAt(raised.arbitration!.due)
  expect((await seen(caseId)).arbitration).toEqual(raised.arbitration)
  expect((await centre.call('casework.listCases', { queue: 'arbitration' })).items.map(({ id }) => id)).toContain(caseId)
})
