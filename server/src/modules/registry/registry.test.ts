import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { idNumberCheckDigit } from '@xiangli/shared/registry/rules'
import { database } from '../../core/database'
import type { AppError } from '../../core/fail'
import { Journal, Refusals } from '../../core/journal'
import { aTown, type Person, type Town } from '../../testing'
import { addHouseholds, type NewHousehold } from './index'
import { Persons } from './person.model'

let town: Town
let officer: Person
let neighbour: Person
let member: Person

const numberOf = (n: number): string => {
  const first17 = `62082119700101${String(n).padStart(3, '0')}`
  return `${first17}${idNumberCheckDigit(first17)}`
}

/** `size` people called 王…, the first with a phone. */
const household = (n: number, { villageId, regionPath, size = 2 }: { villageId: string; regionPath: string; size?: number }): NewHousehold => ({
  number: `6208211002${String(n).padStart(6, '0')}`,
  villageId,
  regionPath,
  members: Array.from({ length: size }, (_, at) => ({
    name: at === 0 ? `王大${n}` : `赵小${n}`,
    sex: at === 0 ? 'male' : 'female',
    birthYear: 1970,
    idNumber: numberOf(n * 4 + at),
    relation: at === 0 ? '02' : '12',
    ...(at === 0 ? { phone: `1600000${String(n).padStart(4, '0')}` } : {}),
  })),
})

const at = (spot: Town['here']) => ({ villageId: spot.villageId, regionPath: `620821/${spot.townId}/${spot.villageId}/${spot.gridId}/` })

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  officer = await town.staff('informationOfficer', town.here.villageId)
  neighbour = await town.staff('informationOfficer', town.there.villageId)
  member = await town.staff('gridMember', town.here.gridId)
  await town.inCounty(() => addHouseholds(Array.from({ length: 12 }, (_, n) => household(n, at(town.here)))))
  await town.inCounty(() => addHouseholds([household(100, at(town.there)), household(101, at(town.there))]))
}, 60_000)
afterAll(() => town.stop())

describe('the list of residents', () => {
  test('shows names, numbers and phones masked, household by household', async () => {
    const { items } = await officer.call('registry.listResidents', { limit: 3 })
    expect(items[0]).toMatchObject({ name: '王**', idNumber: `620821**********${numberOf(0).slice(16)}`, phone: '160****0000', relation: '户主' })
    expect(items[1]).toMatchObject({ name: '赵**', relation: '妻', householdId: items[0]!.householdId })
    expect(items[0]?.villageId).toBe(town.here.villageId)
  })

  test('ends at the border of the reader’s own place, for a village as for a grid', async () => {
    for (const reader of [officer, member]) expect((await reader.call('registry.listResidents', { limit: 100 })).items).toHaveLength(24)
    const { items } = await neighbour.call('registry.listResidents', { limit: 100 })
    expect(items).toHaveLength(4)
    expect(items.every(({ villageId }) => villageId === town.there.villageId)).toBe(true)
    expect((await officer.tries('registry.listResidents', { regionId: town.there.villageId })).code).toBe('core.notFound')
    expect((await (await town.villager()).tries('registry.listResidents', {})).code).toBe('core.forbidden')
  })

  test('finds a whole ID number and a whole phone, but no part of one, and none of the neighbours’', async () => {
    const find = async (words: string, reader = officer) => (await reader.call('registry.listResidents', { words })).items.length
    expect(await find(numberOf(5))).toBe(1)
    expect(await find(` ${numberOf(5).slice(0, 6)} ${numberOf(5).slice(6).toLowerCase()}`)).toBe(1)
    expect(await find('16000000003')).toBe(1)
    expect(await find(numberOf(5).slice(0, 12))).toBe(0)
    expect(await find('1600000')).toBe(0)
    expect(await find(numberOf(5), neighbour)).toBe(0)
  })

  test('finds the beginning of a name, page after page, and never spells the name in its cursor', async () => {
    const first = await officer.call('registry.listResidents', { words: '王大', limit: 5 })
    expect(first.items).toHaveLength(5)
    expect(Buffer.from(first.next!, 'base64url').toString()).not.toContain('王')
    const rest = await officer.call('registry.listResidents', { words: '王大', limit: 100, cursor: first.next! })
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(12)
    expect((await officer.call('registry.listResidents', { words: '大' })).items).toHaveLength(0)
  })

  test('takes its page from an index in either order', async () => {
    const scopeKeys = { $in: [town.here.villageId] }
    for (const [filter, sort] of [[{ scopeKeys }, { order: 1, _id: 1 }], [{ scopeKeys, name: { $gte: '王' } }, { name: 1, _id: 1 }]] as const) {
      const plan = await town.inCounty(() => Persons.explain(filter, { sort, limit: 5 }))
      expect(plan.executionStats.totalKeysExamined).toBeLessThanOrEqual(6)
    }
  })
})

test('households are listed with the head masked, by number', async () => {
  const { items, next } = await officer.call('registry.listHouseholds', { limit: 5 })
  expect(items.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4].map((n) => `6208211002${String(n).padStart(6, '0')}`))
  expect(items[0]).toMatchObject({ headName: '王**', size: 2 })
  expect((await officer.call('registry.listHouseholds', { limit: 100, cursor: next! })).items).toHaveLength(7)
})

test('neither numbers nor phones stand in the database in the clear', async () => {
  const text = JSON.stringify(await database().collection('persons').find().toArray())
  expect(text).not.toContain(numberOf(0))
  expect(text).not.toContain('16000000000')
})

test('a number that is in the register already is refused', async () => {
  const again = town.inCounty(() => addHouseholds([{ ...household(0, at(town.here)), number: '620821100299999' }]))
  await expect(again).rejects.toMatchObject({ code: 'registry.duplicate' } satisfies Partial<AppError>)
})

describe('looking at a whole record', () => {
  test('shows everything and leaves the reason in the journal', async () => {
    const [first] = (await officer.call('registry.listResidents', { words: numberOf(0) })).items
    const whole = await officer.call('registry.revealResident', { residentId: first!.id, reason: '核对医保缴费' }, { key: 'reveal-0001' })
    expect(whole).toMatchObject({ name: '王大0', idNumber: numberOf(0), phone: '16000000000' })
    const [row] = await town.inCounty(() => Journal.list({ 'targets.id': first!.id }))
    expect(row).toMatchObject({ actorId: officer.id, operation: 'registry.revealResident', reason: '核对医保缴费', scopeKeys: ['620821', town.here.townId, town.here.villageId, town.here.gridId] })
    const text = JSON.stringify(row)
    expect(text).not.toContain(numberOf(0))
    expect(text).not.toContain('王大0')
  })

  test('needs a reason, the right and the place; the refused attempt is kept', async () => {
    const [first] = (await officer.call('registry.listResidents', {})).items
    const residentId = first!.id
    expect((await officer.tries('registry.revealResident', { residentId, reason: '  ' })).code).toBe('core.badInput')
    expect((await neighbour.tries('registry.revealResident', { residentId, reason: '看看' })).code).toBe('core.notFound')
    expect((await member.tries('registry.revealResident', { residentId, reason: '看看' })).code).toBe('core.forbidden')
    const refused = await town.inCounty(() => Refusals.list({ operation: 'registry.revealResident' }))
    expect(refused.map(({ actorId, code }) => [actorId, code])).toEqual(
      expect.arrayContaining([[neighbour.id, 'core.notFound'], [member.id, 'core.forbidden']]),
    )
  })
})
