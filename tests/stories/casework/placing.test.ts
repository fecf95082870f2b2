import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { foldHistory } from '@xiangli/shared/casework/record'
import { Accounts } from '../../../server/src/modules/identity/account.model'
import { loadCase } from '../../property/invariants'
import { APP, withFault } from '../../concurrency/fail-point'

let town: Town
let li: Person
let centre: Person

beforeAll(async () => {
  town = await aTown({ dispatches: false, appName: APP })
  li = await town.villager({ villageId: town.here.villageId })
  centre = await town.staff('countyDispatcher', town.county)
}, 60_000)
afterAll(() => town?.stop())

const submit = async (place: object): Promise<string> => {
  const caseId = ulid()
  await li.call('casework.submit', { caseId, words: '路灯不亮', place })
  return caseId
}

/** The stored place, which must be what the history folds to. */
const placeOf = async (caseId: string) => {
  const { doc, entries } = await town.inCounty(() => loadCase(caseId))
  expect(foldHistory(entries).place).toEqual(doc.place)
  return doc.place
}

test('a place says who routed the case there, and nobody while it lies where its submission put it', async () => {
  const caseId = await submit({ villageId: town.here.villageId })
  expect(await placeOf(caseId)).toEqual({ by: 'chosen', villageId: town.here.villageId })

  const toVillage = await centre.call('casework.route', { caseId, place: { villageId: town.there.villageId } })
  expect(await placeOf(caseId)).toEqual({ by: 'chosen', villageId: town.there.villageId, byId: centre.id })
  expect(toVillage.place).toMatchObject({ by: 'chosen', placedByName: centre.name })

  const { villageId, gridId, point } = town.here
  await centre.call('casework.route', { caseId, place: { point } })
  expect(await placeOf(caseId)).toEqual({ by: 'point', villageId, gridId, point, byId: centre.id })
  const seen = await li.call('casework.getMine', { caseId })
  expect(seen.place.placedByName).toBe(centre.name)
  expect(JSON.stringify(seen.place)).not.toContain(centre.id)
})

test('words alone describe the place and leave the case and its handler where they are', async () => {
  const member = await town.staff('gridMember', town.here.gridId)
  const caseId = await submit({ point: town.here.point })

  const routed = await centre.call('casework.route', { caseId, place: { words: '老槐树底下' } })

  const { villageId, gridId, point } = town.here
  expect(await placeOf(caseId)).toEqual({ by: 'point', villageId, gridId, point, words: '老槐树底下' })
  expect(routed.handler.personId).toBe(member.id)
  expect(routed.place).not.toHaveProperty('placedByName')
  expect((await centre.tries('casework.route', { caseId, place: { point: [0, 0] } })).code).toBe('region.unknown')
})

test('a suspended member is given no case, by its place or by hand; the next in the post is', async () => {
  const { gridId, point } = town.there
  const suspend = (who: Person) => town.inCounty(() => Accounts.change({ _id: who.id }, { $set: { isSuspended: true } }))
  const [first, second] = [await town.staff('gridMember', gridId), await town.staff('gridMember', gridId)]
  const handlerOf = async (caseId: string) => (await centre.call('casework.getCase', { caseId })).handler.personId
  expect(await handlerOf(await submit({ point }))).toBe(first.id)

  await suspend(first)

  const caseId = await submit({ point })
  expect(await handlerOf(caseId)).toBe(second.id)
  const listed = (await centre.call('casework.listAssignees', { caseId })).items.map(({ personId }) => personId)
  expect(listed).not.toContain(first.id)
  expect((await centre.tries('casework.assign', { caseId, personId: first.id })).code).toBe('casework.notAssignable')
  const moved = await submit({ villageId: town.here.villageId })
  expect((await centre.call('casework.route', { caseId: moved, place: { gridId } })).handler.personId).toBe(second.id)
  await suspend(second)
  expect(await handlerOf(await submit({ point }))).toBeUndefined()
})

test('a map too wide to be answered in its time says to come closer, and is not asked again by itself', async () => {
  const box = { west: 100, south: 30, east: 115, north: 40 }
  expect((await centre.tries('casework.listOnMap', box)).code).toBe('ok')

  const fault = { failCommands: ['find'], errorCode: 50, namespace: `${new URL(town.config.mongoUri).pathname.slice(1)}.cases` }
  const { code, error } = await withFault(fault, () => centre.tries('casework.listOnMap', box))

  expect([code, error!.status, error!.isTransient]).toEqual(['casework.mapTooWide', 422, false])
  expect(error!.message).toContain('地图放大')
})
