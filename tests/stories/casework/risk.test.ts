import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { execute } from '../../../server/src/core/execute'

let town: Town
let villager: Person
let secretary: Person
let member: Person
let desk: Person
let leader: Person

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  const { here } = town
  villager = await town.villager({ villageId: here.villageId })
  secretary = await town.staff('villageSecretary', here.villageId)
  member = await town.staff('gridMember', here.gridId)
  desk = await town.staff('townDispatcher', here.townId)
  leader = await town.staff('countyLeader', town.county)
}, 60_000)
afterAll(() => town?.stop())

const filed = async (words: string, category?: string) => {
  const caseId = ulid()
  await villager.call('casework.submit', { caseId, words, ...(category ? { category } : {}), place: { point: town.here.point } })
  return caseId
}
const idsOf = async (person: Person, risk: 'attention' | 'major' | 'grave', sort: 'due' | 'newest' = 'newest') =>
  (await person.call('casework.listCases', { risk, sort, limit: 100 })).items.map(({ id }) => id)

test('the rules propose, never the highest; whoever works on it sees by what, whoever said it sees no tag', async () => {
  const caseId = await filed('后山滑坡，电线断了，快来人', 'safety')
  const shown = await member.call('casework.getCase', { caseId })
  expect(shown.risk).toEqual({ level: 'major', isProposed: true, because: ['提到滑坡', '提到电线断'] })
  expect((await villager.call('casework.getMine', { caseId })).risk).toBeUndefined()
  const why = (await secretary.call('casework.getOwnWhy', { caseId })).items.find(({ rule }) => rule === 'risk.proposed')
  expect(why?.facts).toEqual([{ label: '等级', value: '较大' }, { label: '提到', value: '滑坡' }, { label: '提到', value: '电线断' }, { label: '词表', value: '第 1 版' }])
  expect((await member.call('casework.getCase', { caseId: await filed('路灯不亮', 'power') })).risk).toBeUndefined()
})

test('each level is a list of its own, in every order and for every reader, and only for who may read the case', async () => {
  const caseId = await filed('院墙有裂缝要倒')
  for (const person of [member, secretary, desk, leader]) {
    expect(await idsOf(person, 'attention')).toContain(caseId)
    expect(await idsOf(person, 'attention', 'due')).toContain(caseId)
    expect(await idsOf(person, 'grave')).not.toContain(caseId)
  }
  const neighbour = await town.staff('villageSecretary', town.there.villageId)
  expect(await idsOf(neighbour, 'attention')).toEqual([])
  expect((await secretary.call('casework.listCases', { risk: 'attention', mine: true })).items).toEqual([])
})

test('the highest is a person’s word with a reason; the rules do not take it back, and the requester reads neither', async () => {
  const caseId = await filed('水渠垮塌')
  for (const actor of [{ kind: 'system', id: 'timetable', county: town.county }, { kind: 'system', id: 'dispatcher', county: town.county }] as const) {
    await expect(execute({ operation: 'casework.setRisk', input: { caseId, level: 'grave', reason: '自动' }, actor, trace: 'probe' })).rejects.toMatchObject({ code: 'core.forbidden' })
  }
  expect((await member.tries('casework.setRisk', { caseId, level: 'grave', reason: '吓人' })).code).toBe('core.forbidden')
  expect((await secretary.tries('casework.setRisk', { caseId, level: 'grave' } as never)).error?.field).toBe('reason')
  const set = await secretary.call('casework.setRisk', { caseId, level: 'grave', reason: '下面住着三户' })
  expect(set.risk).toEqual({ level: 'grave', isProposed: false, because: [] })
  expect(await idsOf(leader, 'grave')).toContain(caseId)
  expect(await idsOf(leader, 'major')).not.toContain(caseId)

  await desk.call('casework.route', { caseId, category: 'water' })
  expect((await secretary.call('casework.getCase', { caseId })).risk?.level).toBe('grave')
  const mine = await villager.call('casework.getMine', { caseId })
  expect(JSON.stringify(mine)).not.toMatch(/三户|setRisk|重大/)
  expect((await secretary.call('casework.getCase', { caseId })).timeline.find(({ action }) => action === 'setRisk')).toMatchObject({ words: '下面住着三户', byMe: true })

  await desk.call('casework.setRisk', { caseId, level: 'ordinary', reason: '已经加固' })
  expect(await idsOf(leader, 'grave')).not.toContain(caseId)
})

test('sorted into another kind, what only the rules said is said anew', async () => {
  const caseId = await filed('护栏松了', 'safety')
  expect(await idsOf(secretary, 'attention')).toContain(caseId)
  await desk.call('casework.route', { caseId, category: 'road' })
  expect(await idsOf(secretary, 'attention')).not.toContain(caseId)
})

test('a case that is late stands on the supervision board with its level', async () => {
  const caseId = await filed('河堤决口', 'safety')
  const centre = await town.staff('countyDispatcher', town.county)
  await centre.call('casework.listForSupervision', { caseId, reason: '汛期' })
  expect((await leader.call('casework.listSupervisions', {})).items.find((row) => row.caseId === caseId)?.risk?.level).toBe('major')
})

test('once public, nothing of the level is', async () => {
  const caseId = await filed('桥断了一块', 'road')
  await member.call('casework.accept', { caseId })
  await member.call('casework.publish', { caseId, summary: '桥面坏了一块' })
  const seen = JSON.stringify([await town.anonymous.call('casework.getPublic', { caseId }), await town.anonymous.call('casework.getWhy', { caseId })])
  expect(seen).not.toMatch(/risk|风险|较大/)
})
