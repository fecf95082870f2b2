import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { Cases } from '../../../server/src/modules/casework/case.model'
import { backupFor } from '../../../server/src/modules/casework/backup'
import { regionById, unitOfRegion } from '../../../server/src/modules/region'
import { checkWhole } from '../../property/invariants'

let town: Town
let clerk: Person
let centre: Person
let secretary: Person
let there: Person
let desks: { here: string; there: string; county: string }
let thereName: string
/** Friday, in office hours. */
const NOW = new Date('2026-11-20T02:00:00Z')

beforeAll(async () => {
  town = await aTown()
  town.at(NOW)
  const { here, county } = town
  clerk = await town.staff('townDispatcher', here.townId)
  centre = await town.staff('countyDispatcher', county)
  secretary = await town.staff('villageSecretary', here.villageId)
  there = await town.staff('townDispatcher', town.there.townId)
  await town.inCounty(async () => {
    desks = { here: unitOfRegion(here.townId).id, there: unitOfRegion(town.there.townId).id, county: unitOfRegion(county).id }
    thereName = regionById(town.there.townId)!.name
  })
}, 60_000)
afterAll(() => town?.stop())

const taken = async (who: Person, about: object = {}): Promise<string> => {
  const { caseId } = await who.call('casework.fileForCaller', { caseId: ulid(), channel: 'phone', phone: '13900001111', words: '路上有坑', category: 'road', ...about })
  return caseId
}
const kept = (caseId: string) => town.inCounty(() => checkWhole(caseId, NOW))
const isIn = async (who: Person, caseId: string) => (await who.call('casework.listCases', { mine: true, limit: 50 })).items.some(({ id }) => id === caseId)

test('a call that names no village belongs to the township whose clerk took it, who finds it and routes it', async () => {
  const receipt = await clerk.call('casework.fileForCaller', { caseId: ulid(), channel: 'walkIn', words: '路上有坑', category: 'road' })
  const { caseId } = receipt
  expect([receipt.mayOpen, receipt.placeName]).toEqual([true, expect.any(String)])
  expect(await kept(caseId)).toMatchObject({ place: { by: 'desk', townId: town.here.townId }, ownerUnitId: desks.here, handler: { unitId: desks.here, personId: null } })
  expect([await isIn(clerk, caseId), await isIn(there, caseId), await isIn(centre, caseId)]).toEqual([true, false, false])
  expect((await there.tries('casework.getCase', { caseId })).code).toBe('core.notFound')

  await clerk.call('casework.route', { caseId, place: { villageId: town.here.villageId }, note: '问清楚了' })
  expect(await kept(caseId)).toMatchObject({ place: { by: 'chosen', villageId: town.here.villageId } })
  expect((await kept(caseId)).place.townId).toBeUndefined()
  expect((await secretary.call('casework.getCase', { caseId })).place.villageId).toBe(town.here.villageId)
})

test('a village’s clerk who does not know the village gives it to the township above', async () => {
  expect(await kept(await taken(secretary))).toMatchObject({ place: { by: 'desk', townId: town.here.townId }, ownerUnitId: desks.here })
})

test.each(['county', 'here'] as const)('an address that names one township alone is that township’s, whoever took it: %s', async (who) => {
  const caseId = await taken(who === 'county' ? centre : clerk, { place: { words: `${thereName}，桥头那边` } })
  expect(await kept(caseId)).toMatchObject({ place: { by: 'words', townId: town.there.townId, words: `${thereName}，桥头那边` }, ownerUnitId: desks.there, handler: { unitId: desks.there } })
  expect([await isIn(there, caseId), await isIn(clerk, caseId)]).toEqual([true, false])
})

test('what the county’s clerk takes without any place stays with the county, and so do two townships in one address', async () => {
  const both = await town.inCounty(async () => `${regionById(town.here.townId)!.name}和${thereName}交界`)
  for (const place of [{}, { words: '桥头' }, { words: both }]) {
    expect(await kept(await taken(centre, { place }))).toMatchObject({ place: { by: 'unknown' }, ownerUnitId: desks.county, handler: { unitId: desks.county } })
  }
})

test('what a villager says of the place themselves moves nothing to a township', async () => {
  const stranger = await town.villager({ name: '路过的人' })
  const caseId = ulid()
  await stranger.call('casework.submit', { caseId, words: '路上有坑', place: { words: thereName } })
  expect((await kept(caseId)).place).toEqual({ by: 'unknown', words: thereName })
})

test('about the township itself it goes to the county, though the township took it', async () => {
  const caseId = await taken(clerk, { about: 'township', category: undefined })
  const record = await kept(caseId)
  expect([desks.here, desks.there]).not.toContain(record.ownerUnitId)
  expect((await clerk.tries('casework.getCase', { caseId })).code).toBe('core.notFound')
  const ofVillage = await kept(await taken(clerk, { about: 'village', category: undefined }))
  expect(ofVillage).toMatchObject({ ownerUnitId: desks.here, handler: { unitId: desks.here } })
})

test('until the village is known somebody is to take it on within the time of what has no place, else the township’s duty is called', async () => {
  const duty = await town.staff('townDispatcher', town.here.townId)
  await duty.call('duty.addShift', { shiftId: ulid(), unitId: desks.here, mainId: duty.id, from: '2026-11-20T00:00:00Z', to: '2026-11-20T12:00:00Z' })
  const [nowhere, somewhere, here] = [await taken(centre), await taken(clerk, { place: { villageId: town.here.villageId } }), await taken(clerk)]
  const limits = await Promise.all([nowhere, somewhere, here].map(async (caseId) => (await kept(caseId)).acceptBy!.getTime()))
  expect(limits[2]).toBe(limits[0])
  expect(limits[2]).toBeLessThan(limits[1]!)
  const called = await town.inCounty(async () => backupFor(await Cases.need({ _id: here }), NOW))
  expect(called).toEqual([duty.id])
})

test.each([
  ['no address', undefined, ['place.byDesk', 'owner.byTown', 'handler.byTownDesk']],
  ['an address', true, ['place.byWords', 'owner.byTown', 'handler.byTownDesk']],
])('why it is the township’s is said: %s', async (_what, isSaid, rules) => {
  const caseId = await taken(clerk, isSaid ? { place: { words: await town.inCounty(async () => regionById(town.here.townId)!.name) } } : {})
  const { items } = await clerk.call('casework.getOwnWhy', { caseId })
  expect(items.slice(0, 3).map(({ rule }) => rule)).toEqual(rules)
  expect(items[0]!.facts).toEqual([{ label: '乡镇', value: expect.any(String) }])
})
