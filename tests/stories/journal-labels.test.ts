import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { idNumberCheckDigit } from '@xiangli/shared/registry/rules'
import { ulid } from 'ulid'
import { database } from '../../server/src/core/database'
import { regionById } from '../../server/src/modules/region'
import { addHouseholds } from '../../server/src/modules/registry'

let town: Town
let villager: Person
let secretary: Person
let neighbour: Person
let centre: Person

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  villager = await town.villager({ name: '李秀英', villageId: town.here.villageId })
  secretary = await town.staff('villageSecretary', town.here.villageId)
  neighbour = await town.staff('villageSecretary', town.there.villageId)
  centre = await town.staff('countyDispatcher', town.county)
}, 60_000)
afterAll(() => town?.stop())

const submit = async (words: string) => {
  const caseId = ulid()
  const { serial } = await villager.call('casework.submit', { caseId, words, place: { point: town.here.point } })
  return { caseId, serial }
}
const labelsFor = async (reader: Person, targetId: string) =>
  (await reader.call('journal.listEntries', { targetId })).items.map(({ targets }) => targets.find(({ id }) => id === targetId)?.label)

test('a row says which case it was about', async () => {
  const { caseId, serial } = await submit('三社水渠盖板断了两块')
  expect(await labelsFor(secretary, caseId)).toEqual([`${serial} 三社水渠盖板断了两块`])
})

test('a reader whose row it is, but who may no longer see the case, gets no label', async () => {
  const { caseId, serial } = await submit('邻村的水渠漏水')
  await centre.call('casework.route', { caseId, place: { point: town.there.point } })

  const mine = (await secretary.call('journal.listEntries', { targetId: caseId })).items

  expect(mine.map(({ operation }) => operation)).toContain('casework.submit')
  expect(JSON.stringify(mine)).not.toContain('邻村的水渠')
  expect(await labelsFor(neighbour, caseId)).toEqual([`${serial} 邻村的水渠漏水`])
})

test('a resident is named masked, to those who have the register; an account is named masked', async () => {
  const { villageId } = town.here
  const first = '62082119710101001'
  const member = { name: '王小明', sex: 'male' as const, birthYear: 1971, idNumber: first + idNumberCheckDigit(first), relation: '02' }
  await town.inCounty(() => addHouseholds([{ number: 'here1971', villageId, regionPath: regionById(villageId)!.path, members: [member] }]))
  const officer = await town.staff('informationOfficer', villageId)
  const { id } = (await officer.call('registry.listResidents', { words: '王小明' })).items[0]!
  await officer.call('registry.revealResident', { residentId: id, reason: '核对电话' })
  await villager.call('identity.updateProfile', { phone: '13800001111' })

  expect(await labelsFor(secretary, id)).toEqual(['王**'])
  expect(await labelsFor(centre, id)).toEqual([undefined])
  expect(new Set(await labelsFor(centre, villager.id))).toEqual(new Set(['李**']))
})

test('a page of many cases asks for them once', async () => {
  for (const words of ['路灯不亮', '垃圾没人收', '水管漏水']) await submit(words)
  await database().command({ profile: 2 })
  const { items } = await secretary.call('journal.listEntries', { operation: 'casework.submit', limit: 50 })
  await database().command({ profile: 0 })

  expect(items.flatMap(({ targets }) => targets.flatMap(({ label }) => label ?? [])).length).toBeGreaterThanOrEqual(4)
  expect(await database().collection('system.profile').countDocuments({ op: 'query', ns: /\.cases$/ })).toBe(1)
})
