import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ulid } from 'ulid'
import { aTown, type Person, type Town } from '../testing'

const DAY_SECONDS = 86_400
let town: Town

beforeAll(async () => {
  town = await aTown({ dispatches: false, env: { WRITE_FACTOR: '1' } })
}, 60_000)
afterAll(() => town?.stop())

const file = (who: Person, key = ulid()) => who.tries('casework.submit', { caseId: key, words: '路灯不亮', place: { point: town.here.point } }, { key })
const fileMany = (who: Person, count: number) => Promise.all(Array.from({ length: count }, () => file(who)))
const codesOf = (outcomes: { code: string }[]): string[] => [...new Set(outcomes.map(({ code }) => code))].sort()

test('a villager’s twenty-first request of a day is refused in Chinese, with how long to wait; what was filed is still answered, and the neighbour is heard', async () => {
  const [li, neighbour] = [await town.villager(), await town.villager()]
  const first = ulid()
  expect((await file(li, first)).code).toBe('ok')

  const outcomes = await fileMany(li, 25)

  expect(outcomes.filter(({ code }) => code === 'ok')).toHaveLength(19)
  expect(codesOf(outcomes)).toEqual(['core.tooMany', 'ok'])
  const { error } = outcomes.find(({ code }) => code !== 'ok')!
  expect([error!.status, error!.message]).toEqual([429, expect.stringContaining('一天里反映的事太多了')])
  expect(error!.retryAfterSeconds!).toBeGreaterThan(DAY_SECONDS - 120)
  expect(error!.retryAfterSeconds!).toBeLessThanOrEqual(DAY_SECONDS)
  expect(await file(li, first)).toMatchObject({ code: 'ok', output: { id: first } })
  expect((await file(neighbour)).code).toBe('ok')
}, 60_000)

test('thirty steps in ten minutes are a villager’s; what was refused or sent twice is not counted, reading and signing out never', async () => {
  const li = await town.villager()
  const key = ulid()
  const rename = (at: number) => li.tries('identity.updateProfile', { name: `李秀英${at}` }, at === 0 ? { key } : {})
  for (let at = 0; at < 20; at += 1) {
    expect((await rename(0)).code).toBe('ok')
    expect((await li.tries('casework.withdraw', { caseId: ulid() })).code).toBe('core.notFound')
  }

  const outcomes = []
  for (let at = 1; at <= 31; at += 1) outcomes.push(await rename(at))

  expect(outcomes.map(({ code }) => code)).toEqual([...Array.from({ length: 29 }, () => 'ok'), 'core.tooMany', 'core.tooMany'])
  expect(outcomes.at(-1)!.error!.retryAfterSeconds!).toBeLessThanOrEqual(600)
  expect((await li.tries('identity.getMe', {})).code).toBe('ok')
  expect((await li.tries('identity.logout', {})).code).toBe('ok')
}, 60_000)

test('staff, who file for others, have room for more', async () => {
  expect(codesOf(await fileMany(await town.staff('gridMember', town.here.gridId), 40))).toEqual(['ok'])
}, 60_000)
