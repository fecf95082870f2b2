import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { Journal, Refusals } from '../../../server/src/core/journal'
import { addHouseholds } from '../../../server/src/modules/registry'
import { MINUTE } from '@xiangli/shared/core/time'
import { idNumberCheckDigit } from '@xiangli/shared/registry/rules'
import { regionById } from '../../../server/src/modules/region'
import { ulid } from 'ulid'

let town: Town
let li: Person
let member: Person
let caseId: string

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  li = await town.villager({ villageId: town.here.villageId, phone: '13800001111' })
  member = await town.staff('gridMember', town.here.gridId)
  caseId = ulid()
  await li.call('casework.submit', { caseId, words: '路灯不亮', place: { point: town.here.point } })
}, 60_000)
afterAll(() => town?.stop())

const rowsOf = (operation: 'casework.revealRequester') => town.inCounty(() => Journal.list({ operation, 'targets.id': caseId }))

test('an old key opens no later look without a row of its own', async () => {
  const look = { caseId, reason: '回访' }
  const options = { key: `look-${ulid()}` }
  expect(await member.call('casework.revealRequester', look, options)).toMatchObject({ phone: '13800001111' })
  expect(await member.tries('casework.revealRequester', look, options)).toMatchObject({ code: 'ok' })
  await li.call('identity.updateProfile', { phone: '13900002222' })
  town.at(new Date(Date.now() + 11 * MINUTE))
  expect(await member.tries('casework.revealRequester', look, options)).toMatchObject({ code: 'core.keyReused' })
  town.at(null)
  expect(await rowsOf('casework.revealRequester')).toHaveLength(1)
})

const household = (villageId: string, { number, names }: { number: string; names: string[] }) => ({
  number,
  villageId,
  regionPath: regionById(villageId)!.path,
  members: names.map((name, at) => {
    const first = `620821${number.slice(-4)}0101${String(at + 1).padStart(3, '0')}`
    return { name, sex: 'male' as const, birthYear: Number(number.slice(-4)), idNumber: first + idNumberCheckDigit(first), relation: '02' }
  }),
})

test('a resident of elsewhere in a cursor does not tell between which names here theirs lies', async () => {
  await town.inCounty(() =>
    addHouseholds([
      household(town.here.villageId, { number: 'here1971', names: ['王一', '王五', '王九'] }),
      household(town.there.villageId, { number: 'there1972', names: ['王七'] }),
    ]),
  )
  const neighbour = await town.staff('gridLeader', town.there.villageId)
  const leader = await town.staff('gridLeader', town.here.villageId)
  const [theirs] = (await neighbour.call('registry.listResidents', { words: '王七' })).items
  const forged = (id: string) => Buffer.from(JSON.stringify(['name+', null, id])).toString('base64url')
  expect(await leader.tries('registry.listResidents', { words: '王', cursor: forged(theirs!.id) })).toMatchObject({ code: 'core.badInput' })
  const { next } = await leader.call('registry.listResidents', { words: '王', limit: 1 })
  expect((await leader.call('registry.listResidents', { words: '王', cursor: next! })).items).toHaveLength(2)
})

test('a flood of one caller\'s refusals hides nobody else\'s attempt', async () => {
  const flood = Array.from({ length: 150 }, () => town.anonymous.tries('casework.revealRequester', { caseId, reason: '不看' }))
  await Promise.all(flood)
  const stranger = await town.staff('gridMember', town.there.gridId)
  await stranger.tries('casework.revealRequester', { caseId, reason: '想看' })
  const kept = await town.inCounty(() => Refusals.list({ operation: 'casework.revealRequester' }))
  expect(kept.filter(({ actorId }) => actorId === stranger.id)).toHaveLength(1)
  expect(kept.filter(({ actorId }) => actorId === 'anonymous').length).toBeLessThanOrEqual(60)
})

test('numbers are not guessed by searching: who finds nobody again and again has to wait', async () => {
  const leader = await town.staff('gridLeader', town.here.villageId)
  const guesses = Array.from({ length: 8 }, (_, n) => leader.tries('registry.listResidents', { words: `1390000000${n}` }))
  const codes = (await Promise.all(guesses)).map(({ code }) => code)
  expect(codes.filter((code) => code === 'ok')).toHaveLength(5)
  expect(codes.filter((code) => code === 'core.tooMany')).toHaveLength(3)
  for (let n = 0; n < 70; n += 1) expect(await leader.tries('registry.listResidents', { words: '王' })).toMatchObject({ code: 'ok' })
})

test('staff do not sign with another name than their office gave them', async () => {
  const clerk = await town.staff('gridMember', town.here.gridId)
  expect(await clerk.tries('identity.updateProfile', { name: '张书记' })).toMatchObject({ code: 'core.forbidden' })
  expect(await clerk.tries('identity.updateProfile', { name: clerk.name, phone: '13800003333' })).toMatchObject({ code: 'ok' })
})

test('a villager does not speak in the name of an office, nor under a name nobody sees', async () => {
  for (const name of ['系统', '县 政 府', '某某村委会', '【管理员】', '\u3164', '\u2800\uffa0']) {
    expect(await li.tries('identity.updateProfile', { name })).toMatchObject({ code: 'core.badInput', error: { field: 'name' } })
  }
  expect(await li.call('identity.updateProfile', { name: '李\u200f秀\u061c英' })).toMatchObject({ name: '李秀英' })
})

test.each([
  ['in the year 9999', '9999-12-31T23:59:59Z', undefined],
  ['in 1970', '1970-01-01T00:00:00Z', undefined],
  ['last year', '2025-05-01T00:00:00Z', '2025-05-01T00:00:00.000Z'],
])('what a phone says it recorded %s is shown only where it can be', async (_when, occurredAt, shown) => {
  const filed = await li.call('casework.submit', { caseId: ulid(), words: '路灯不亮', place: { point: town.here.point }, occurredAt })
  expect(filed.occurredAt).toBe(shown)
})
