import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { eventually } from '../../support/eventually'

let town: Town
let elder: Person
let liu: Person
let member: Person
let secretary: Person
let desk: Person
let leader: Person
let centre: Person
let countyLeader: Person
let clerk: Person
let head: Person
/** Wednesday, in office hours, a plain week after it. */
const BEGIN = new Date('2026-11-11T02:00:00Z')
const MINUTE = 60_000
const DAY = 86_400_000
beforeAll(async () => {
  town = await aTown()
  const { here, county } = town
  elder = await town.villager({ name: '赵桂兰', villageId: here.villageId })
  liu = await town.villager({ name: '刘春花', villageId: here.villageId })
  member = await town.staff('gridMember', here.gridId)
  secretary = await town.staff('villageSecretary', here.villageId)
  desk = await town.staff('townDispatcher', here.townId)
  leader = await town.staff('townLeader', here.townId)
  centre = await town.staff('countyDispatcher', county)
  countyLeader = await town.staff('countyLeader', county)
  clerk = await town.staff('departmentStaff', county, 'energy')
  head = await town.staff('departmentLeader', county, 'energy')
  town.at(BEGIN)
  await centre.call('casework.setSigning', { unitId: 'dept-energy', isNeeded: true, version: 0 })
}, 60_000)
afterAll(() => town?.stop())
beforeEach(() => town.at(BEGIN))

const after = (ms: number): Date => new Date(BEGIN.getTime() + ms)
const filed = async (over: object = {}): Promise<string> => {
  const caseId = ulid()
  await elder.call('casework.submit', { caseId, words: '路灯不亮', category: 'power', place: { point: town.here.point }, ...over })
  return caseId
}
const sealed = async (over: object = {}): Promise<string> =>
  (await liu.call('casework.submit', { caseId: ulid(), words: '隔壁倒粪水', category: 'neighbour', names: 'sealed', place: { point: town.here.point }, ...over })).id
const redAt = async (caseId: string) => (await centre.call('casework.getCase', { caseId })).redAt

test('what the typist hears in a later saying to be about the village is not the village\'s any more', async () => {
  const caseId = await sealed()
  town.at(after(DAY))
  await desk.call('casework.release', { caseId, words: '有人倒粪水' })
  await liu.call('casework.supplement', { caseId, words: '是村主任家的猪场' })
  town.at(after(DAY + MINUTE))
  await desk.call('casework.release', { caseId, words: '是村主任家的猪场', about: 'village' })
  expect([(await desk.call('casework.getCase', { caseId })).about, (await secretary.tries('casework.getCase', { caseId })).code]).toEqual(['village', 'core.notFound'])
})

test('released the same day as about the village, it is not the village\'s that day once the tick is taken back', async () => {
  const caseId = await sealed()
  town.at(after(MINUTE))
  await desk.call('casework.release', { caseId, words: '有人倒粪水', about: 'village' })
  const untick = () => desk.tries('casework.route', { caseId, about: 'none', note: '与村里没有关系' })
  expect((await untick()).code).toBe('casework.releaseTooSoon')
  expect((await secretary.tries('casework.getCase', { caseId })).code).toBe('core.notFound')
  town.at(after(DAY))
  expect((await untick()).code).toBe('ok')
})

test('a report is not put to sleep by merging it into one that is paused', async () => {
  const parent = await filed()
  await member.call('casework.accept', { caseId: parent })
  await member.call('casework.askTime', { caseId: parent, kind: 'pause', until: after(2 * DAY).toISOString(), reason: '等灯头到货' })
  await desk.call('casework.grantTime', { caseId: parent })
  const child = await filed()
  const { code } = await secretary.tries('casework.merge', { caseId: parent, children: [{ caseId: child }] })
  expect([code, (await secretary.call('casework.getCase', { caseId: child })).state]).toEqual(['casework.alreadyPaused', 'pending'])
})

test('an urgent sealed report gains no time by another category', async () => {
  const caseId = await sealed({ category: 'safety' })
  const before = await redAt(caseId)
  await desk.call('casework.release', { caseId, words: '有人私拉电线' })
  await desk.call('casework.route', { caseId, category: 'road' })
  expect(await redAt(caseId)).toBe(before)
})

test('who asked does not read what a head wanted changed in an answer', async () => {
  const caseId = await filed()
  await desk.call('casework.route', { caseId, unitId: 'dept-energy' })
  await clerk.call('casework.accept', { caseId })
  await clerk.call('casework.answer', { caseId, words: '换了灯头' })
  await head.call('casework.refuseAnswer', { caseId, reason: '别写换了两盏，只换了一盏' })
  expect(JSON.stringify(await elder.call('casework.getMine', { caseId }))).not.toContain('只换了一盏')
  expect(JSON.stringify(await clerk.call('casework.getCase', { caseId }))).toContain('只换了一盏')
})

test('who serves the village finds nothing of what is about it by a second post above it', async () => {
  const both = await town.staff('villageSecretary', town.here.villageId)
  await town.alsoAppoint(both, { role: 'townDispatcher', regionId: town.here.townId })
  await town.alsoAppoint(both, { role: 'townLeader', regionId: town.here.townId })
  const before = await both.call('casework.countByColour', {})
  const caseId = await filed({ about: 'village', words: '村主任占了公家的地' })
  await countyLeader.call('casework.listForSupervision', { caseId, reason: '群众反映强烈' })
  await desk.call('casework.accept', { caseId })
  await eventually(async () => expect(JSON.stringify(await desk.call('notice.listMine', {}))).toContain(caseId))
  const seen = await Promise.all([
    both.tries('casework.getCase', { caseId }),
    both.tries('casework.listCases', { sort: 'newest', limit: 100 }),
    both.tries('casework.listSupervisions', {}),
    both.tries('casework.revealRequester', { caseId, reason: '想打个电话问问' }),
    both.tries('casework.route', { caseId, note: '看看' }),
    both.tries('notice.listMine', {}),
    both.tries('journal.listEntries', { limit: 100 }),
    both.tries('casework.listCallBacks', {}),
  ])
  expect(seen.map(({ output }) => JSON.stringify(output ?? '').includes('占了公家')).concat(seen.map(({ output }) => JSON.stringify(output ?? '').includes(caseId)))).toEqual(Array(16).fill(false))
  expect(JSON.stringify(await leader.call('journal.listEntries', { limit: 100 }))).toContain(caseId)
  expect([(await both.call('casework.countByColour', {})).pending, (await leader.call('casework.getCase', { caseId })).id]).toEqual([before.pending, caseId])
})

test('nobody is unknown and nameless at once: whoever has chosen no village is asked to, and nothing was filed', async () => {
  const stranger = await town.villager({ name: '路过的人' })
  for (const names of [{ names: 'sealed' as const }, {}]) {
    const refused = await stranger.tries('casework.submit', { caseId: ulid(), words: '隔壁倒粪水', category: 'neighbour', place: { point: town.here.point }, ...names })
    expect(refused).toMatchObject({ code: 'casework.sealedNeedsVillage', error: { field: 'names' } })
  }
  expect((await stranger.call('casework.listMine', {})).items).toEqual([])
  await stranger.call('identity.bindVillage', { villageId: town.here.villageId })
  expect((await stranger.call('casework.submit', { caseId: ulid(), words: '隔壁倒粪水', category: 'neighbour', place: { point: town.here.point } })).names).toBe('sealed')
})
