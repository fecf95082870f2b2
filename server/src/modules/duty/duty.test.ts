import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ulid } from 'ulid'
import { usualSlots } from '@xiangli/shared/duty/labels'
import { overlaps } from '@xiangli/shared/duty/rules'
import { aTown, type Person, type Town } from '../../testing'
import { database } from '../../core/database'
import { jobNamed } from '../../core/registry'
import { addAccount, appoint } from '../identity'
import { regionById, unitOfRegion } from '../region'
import { onDuty, poolOnDuty } from './index'
import { Rosters, Shifts } from './roster.model'

const NOW = new Date('2026-11-20T02:00:00Z')
let town: Town
let keeper: Person
let colleague: Person
let third: Person
let grid: Person
let unitId: string

/** Somebody of the township with a phone. */
const another = async (phone = '13900001111'): Promise<Person> => {
  const person = await town.staff('townLeader', town.here.townId)
  await person.call('identity.updateProfile', { phone })
  return person
}

beforeAll(async () => {
  town = await aTown()
  town.at(NOW)
  keeper = await town.staff('townDispatcher', town.here.townId)
  await keeper.call('identity.updateProfile', { phone: '13900000001' })
  ;[colleague, third] = [await another('13900000002'), await another('13900000003')]
  grid = await town.staff('gridMember', town.here.gridId)
  unitId = `township-${town.here.townId}`
}, 60_000)
afterAll(() => town?.stop())

const shiftsOf = (id = unitId) => town.inCounty(() => Shifts.list({ unitId: id }, { sort: { from: 1 } }))
const job = async () => jobNamed('duty.extendPlans')!.run({ dry: false, county: town.county, deadline: new Date(Date.now() + 60_000) })

test('a plan is looked at before it is written, written once however often it is sent, and goes round what is there', async () => {
  const pattern = { slots: [...usualSlots], personIds: [keeper.id, colleague.id, third.id], hasBackup: true }
  const plan = { unitId, from: '2026-11-20', to: '2026-12-10', pattern }
  const hand = await keeper.call('duty.addShift', { shiftId: ulid(), unitId, from: '2026-11-21T01:00:00Z', to: '2026-11-21T03:00:00Z', mainId: third.id })
  const preview = await keeper.call('duty.previewPlan', plan)
  expect([preview.shifts.length, preview.shifts.filter(({ isTaken }) => isTaken).length, preview.replaced]).toEqual([42, 1, 0])
  expect(await shiftsOf()).toHaveLength(1)

  const key = ulid()
  const written = await keeper.call('duty.planShifts', plan, { key })
  expect(written).toEqual({ added: 41, kept: 1, replaced: 0 })
  expect(await keeper.call('duty.planShifts', plan, { key })).toEqual(written)
  expect(await keeper.call('duty.planShifts', plan)).toEqual({ added: 0, kept: 42, replaced: 0 })

  const replacing = await keeper.call('duty.planShifts', { ...plan, from: '2026-11-21', to: '2026-11-22', replaces: true })
  expect(replacing).toMatchObject({ added: 4, kept: 0 })
  expect((await shiftsOf()).some(({ _id }) => _id === hand.id)).toBe(false)
  const shifts = await shiftsOf()
  expect(shifts.some((shift, at) => at > 0 && overlaps(shifts[at - 1]!, shift))).toBe(false)
})

test('who is on duty, from the roster: main, backup and the phones in their order, in one read of an index', async () => {
  await keeper.call('duty.setPhoneList', { unitId, rev: 0, personIds: [third.id, keeper.id] })
  const [shift] = await shiftsOf()
  const found = await town.inCounty(() => onDuty(unitId, NOW))
  expect(found).toEqual({ shiftId: shift!._id, mainId: shift!.mainId, backupId: shift!.backupId, phoneList: [third.id, keeper.id] })
  expect(await town.inCounty(() => onDuty('committee-none', NOW))).toEqual({ phoneList: [] })

  const explained = await town.inCounty(() => Shifts.explain({ unitId, desk: 'duty', from: { $lte: new Date('2026-12-05') } }, { sort: { from: -1 }, limit: 2 }))
  expect(explained.executionStats.totalDocsExamined).toBe(2)

  const seen = await colleague.call('duty.whoIsOnDuty', { unitIds: [unitId] })
  expect(seen.items[0]!.phoneList.map(({ phone }) => phone)).toEqual(['13900000003', '13900000001'])
  const below = await grid.call('duty.whoIsOnDuty', { unitIds: [unitId] })
  expect(below.items[0]!.phoneList[0]!.phone).toBe('139****0003')
})

test('of the fallback pool somebody is named; where nobody is, the county centre’s own duty answers', async () => {
  const [first, second] = [await town.staff('countyDispatcher', town.county), await town.staff('countyDispatcher', town.county)]
  const centre = await town.inCounty(async () => unitOfRegion(town.county).id)
  const span = { from: '2026-11-20T00:00:00Z', to: '2026-11-20T12:00:00Z' }
  await first.call('duty.addShift', { shiftId: ulid(), unitId: centre, mainId: first.id, ...span })
  expect((await town.inCounty(() => poolOnDuty(NOW))).mainId).toBe(first.id)
  await first.call('duty.addShift', { shiftId: ulid(), unitId: centre, desk: 'pool', mainId: second.id, ...span })
  expect((await town.inCounty(() => poolOnDuty(NOW))).mainId).toBe(second.id)
  expect((await keeper.tries('duty.addShift', { shiftId: ulid(), unitId, desk: 'pool', mainId: keeper.id, ...span })).code).toBe('duty.noPool')
})

test('two who write the same time at once: one shift stands, the other hears why, at the first write of a desk too', async () => {
  const village = town.there.villageId
  const at = `committee-${village}`
  const [one, two] = [await town.staff('villageSecretary', village), await town.staff('villageSecretary', village)]
  const hours = Array.from({ length: 5 }, (_, n) => n)
  const outcomes = await Promise.all(hours.map((n) => (n % 2 ? one : two).tries('duty.addShift', {
    shiftId: ulid(), unitId: at, mainId: one.id, from: `2026-11-25T0${n % 4}:00:00Z`, to: `2026-11-25T1${n % 4}:00:00Z`,
  })))
  const codes = outcomes.map(({ code }) => code)
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  // In a crowd some are asked to come again; nobody is answered anything else.
  expect(new Set(codes.filter((code) => code !== 'core.busy'))).toEqual(new Set(['ok', 'duty.overlaps']))
  expect(await shiftsOf(at)).toHaveLength(1)
})

test('a swap exchanges the people of two shifts, is refused when somebody was quicker, and both are told why', async () => {
  const upcoming = (await shiftsOf()).filter(({ from }) => from > NOW)
  const first = upcoming[0]!
  const other = upcoming.find((shift) => shift.mainId !== first.mainId && shift._id !== first._id && shift.from.getTime() > first.to.getTime())!
  const swap = { shiftId: first._id, rev: first.rev, swapWith: { shiftId: other._id, rev: other.rev }, reason: '孩子开家长会' }
  const [one, two] = await Promise.all([keeper.tries('duty.changeShift', swap), keeper.tries('duty.changeShift', swap)])
  expect([one.code, two.code].sort()).toEqual(['core.staleRevision', 'ok'])
  const after = await town.inCounty(() => Shifts.list({ _id: { $in: [first._id, other._id] } }, { sort: { from: 1 } }))
  expect(after.map(({ mainId }) => mainId)).toEqual([other.mainId, first.mainId])
  expect(after.every(({ changed }) => changed?.reason === '孩子开家长会')).toBe(true)

  const people = new Map([[colleague.id, colleague], [third.id, third], [keeper.id, keeper]])
  const told = people.get([first.mainId, other.mainId].find((id) => id !== keeper.id)!)!
  for (let tries = 0; tries < 50; tries += 1) {
    const { items } = await told.call('notice.listMine', {})
    if (items.some(({ title, body }) => title.startsWith('对调了两个班') && body.includes('孩子开家长会'))) return
    await new Promise((resolve) => { setTimeout(resolve, 100) })
  }
  throw new Error('nobody was told')
})

test.each([
  ['who is not of the unit', () => ({ mainId: grid.id }), 'duty.notAtUnit'],
  ['main and backup one person', () => ({ backupId: keeper.id }), 'duty.samePerson'],
  ['backwards', () => ({ to: '2027-01-31T00:00:00Z' }), 'duty.endsBeforeItBegins'],
  ['too long', () => ({ to: '2027-02-03T00:00:00Z' }), 'duty.tooLong'],
  ['in the past', () => ({ from: '2026-11-01T00:00:00Z', to: '2026-11-01T08:00:00Z' }), 'duty.alreadyOver'],
])('a shift is refused: %s', async (_title, wrong, code) => {
  const sound = { shiftId: ulid(), unitId, mainId: keeper.id, from: '2027-02-01T00:00:00Z', to: '2027-02-01T08:00:00Z' }
  expect((await keeper.tries('duty.addShift', { ...sound, ...wrong() })).code).toBe(code)
})

test('whose post ends before the shift does is not put on it', async () => {
  const id = ulid()
  await town.inCounty(async () => {
    await addAccount({ id, name: '赵来' })
    const { path } = regionById(town.here.townId)!
    await appoint({ accountId: id, role: 'townLeader', unitId, isDepartment: false, regionId: town.here.townId, regionPath: path, from: new Date(0), to: new Date('2027-02-01T04:00:00Z') })
  })
  const shift = { unitId, mainId: id, from: '2027-02-01T00:00:00Z' }
  expect((await keeper.tries('duty.addShift', { shiftId: ulid(), ...shift, to: '2027-02-01T08:00:00Z' })).code).toBe('duty.notAtUnit')
  expect((await keeper.tries('duty.addShift', { shiftId: ulid(), ...shift, to: '2027-02-01T04:00:00Z' })).code).toBe('ok')
})

test('a roster is kept by its own unit only; the neighbour does not even see it', async () => {
  const secretary = await town.staff('villageSecretary', town.here.villageId)
  const shift = { shiftId: ulid(), mainId: keeper.id, from: '2027-03-01T00:00:00Z', to: '2027-03-01T08:00:00Z' }
  expect((await secretary.tries('duty.addShift', { ...shift, unitId })).code).toBe('duty.notYours')
  expect((await secretary.tries('duty.addShift', { ...shift, unitId: `committee-${town.there.villageId}` })).code).toBe('core.notFound')
  expect((await colleague.tries('duty.addShift', { ...shift, unitId })).code).toBe('core.forbidden')
  expect((await secretary.tries('duty.listShifts', { unitId: `committee-${town.there.villageId}`, from: '2026-11-20', days: 7 })).code).toBe('core.notFound')
  expect((await secretary.call('duty.listShifts', { unitId, from: '2026-11-20', days: 7 })).items.length).toBeGreaterThan(10)
})

test('nobody without a phone is put on the phone list, and of two who order it at once one is told', async () => {
  const silent = await town.staff('townLeader', town.here.townId)
  expect((await keeper.tries('duty.setPhoneList', { unitId, rev: 1, personIds: [silent.id] })).code).toBe('duty.noPhone')
  const lists = [[keeper.id], [third.id], [colleague.id]]
  const outcomes = await Promise.all(lists.map((personIds) => keeper.tries('duty.setPhoneList', { unitId, rev: 1, personIds })))
  expect(outcomes.map(({ code }) => code).sort()).toEqual(['core.staleRevision', 'core.staleRevision', 'ok'])
})

test('a standing plan goes on by itself; after weeks missed it goes on from today, and twice does nothing twice', async () => {
  const pattern = { slots: [...usualSlots], personIds: [keeper.id, colleague.id, third.id], hasBackup: true }
  await keeper.call('duty.planShifts', { unitId, from: '2026-12-11', to: '2026-12-20', pattern, goesOn: true })
  town.at(new Date('2027-04-10T02:00:00Z'))
  expect(await job()).toEqual({ done: 1, more: false })
  const first = await shiftsOf()
  await Promise.all([job(), job()])
  expect(await shiftsOf()).toHaveLength(first.length)
  expect((await town.inCounty(() => onDuty(unitId, new Date('2027-05-07T20:00:00Z')))).mainId).toBeDefined()
  expect((await town.inCounty(() => onDuty(unitId, new Date('2027-03-20T02:00:00Z')))).mainId).toBeUndefined()

  town.at(new Date('2027-04-11T02:00:00Z'))
  expect(await job()).toEqual({ done: 1, more: false })
  expect((await shiftsOf()).length - first.length).toBe(2)
  const shifts = await shiftsOf()
  expect(shifts.some((shift, at) => at > 0 && overlaps(shifts[at - 1]!, shift))).toBe(false)
})

test('a standing plan of people who have all left ends', async () => {
  await database().collection('appointments').updateMany({ accountId: { $in: [keeper.id, colleague.id, third.id] } }, { $set: { to: new Date('2027-04-12T00:00:00Z') } })
  town.at(new Date('2027-04-12T02:00:00Z'))
  await job()
  expect((await town.inCounty(() => Rosters.one({ unitId, desk: 'duty' })))!.standing).toBeNull()
  expect(await job()).toEqual({ done: 0, more: false })
})
