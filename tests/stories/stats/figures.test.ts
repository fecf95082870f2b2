import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ulid } from 'ulid'
import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { figureNamed, WAYS, type FigureKey, type Way } from '@xiangli/shared/stats/figures'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { runJob } from '../../../cron/src/runner'
import { keepResponsibilities } from '../../../server/src/modules/casework'
import { Cases } from '../../../server/src/modules/casework/case.model'
import { Changed, Facts } from '../../../server/src/modules/stats/fact.model'
import { takeIn } from '../../../server/src/modules/stats'
import { eventually } from '../../support/eventually'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Wednesday, in office hours. */
const BEGIN = Date.parse('2026-10-14T02:00:00Z')
const MONTHS = ['2026-10', '2026-11', '2026-Q4'] as const

let town: Town
let li: Person
let zhao: Person
let member: Person
let secretary: Person
let desk: Person
let centre: Person
let water: Person
const readers: Record<string, Person> = {}

const gather = () => runJob({ job: 'stats.gather', maxSeconds: 60 }, { county: town.county })
const comes = async (at: number): Promise<void> => {
  town.at(new Date(at))
  await runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })
}
const filed = async (category: string, who = li, spot = town.here): Promise<string> => {
  const caseId = ulid()
  await who.call('casework.submit', { caseId, words: '说说这件事', category, names: 'hidden', place: { point: spot.point } })
  return caseId
}
const answered = async (caseId: string): Promise<void> => {
  await member.call('casework.accept', { caseId })
  await member.call('casework.answer', { caseId, words: '办好了' })
}

/** A month of a town: on time and late, sent away and back, called to help, supervised, reopened, asked about. */
const aMonth = async (): Promise<void> => {
  town.at(new Date(BEGIN))
  for (const category of ['road', 'road', 'water', 'power']) await answered(await filed(category))
  const late = await filed('water')
  await member.call('casework.accept', { caseId: late })
  const [withdrawn, declined, merged, sent, called, about] = [await filed('other'), await filed('land'), await filed('power'), await filed('road'), await filed('rubbish'), await filed('affairs')]
  const elsewhere = await filed('road', zhao, town.there)
  await li.call('casework.withdraw', { caseId: withdrawn })
  await secretary.call('casework.decline', { caseId: declined, reason: '不归这里' })
  await desk.call('casework.route', { caseId: about, about: 'village' })
  await desk.call('casework.route', { caseId: sent, unitId: 'dept-water' })
  await desk.call('casework.whistle', { caseId: called, units: [{ unitId: 'dept-water', task: '来看水' }, { unitId: 'dept-energy', task: '来看电' }] })
  town.at(new Date(BEGIN + 2 * 60 * MINUTE))
  await water.call('casework.arrive', { caseId: called })
  await water.call('casework.returnCase', { caseId: sent, responsibilityCode: null, reason: '不是我们管' })
  await desk.call('casework.merge', { caseId: called, children: [{ caseId: merged }] })
  await comes(BEGIN + 12 * DAY)
  await comes(BEGIN + 14 * DAY)
  await member.call('casework.answer', { caseId: late, words: '办好了' })
  await li.call('casework.reopen', { caseId: late, words: '还没有好' })
  await centre.call('casework.accept', { caseId: elsewhere }).catch(() => undefined)
  for (const { id, can } of (await desk.call('casework.listCallBacks', { limit: 50 })).items.map(({ caseId, can: may }) => ({ id: caseId, can: may }))) {
    if (can.includes('recordCallBack')) await desk.call('casework.recordCallBack', { caseId: id, result: 'fixed' })
  }
  town.at(new Date(BEGIN + 25 * DAY))
  await li.call('casework.submit', { caseId: ulid(), words: '十一月的事', category: 'road', place: { point: town.here.point } })
}

beforeAll(async () => {
  town = await aTown()
  const { here, county } = town
  li = await town.villager({ villageId: here.villageId })
  zhao = await town.villager({ villageId: town.there.villageId })
  member = await town.staff('gridMember', here.gridId)
  secretary = await town.staff('villageSecretary', here.villageId)
  desk = await town.staff('townDispatcher', here.townId)
  centre = await town.staff('countyDispatcher', county)
  water = await town.staff('departmentStaff', county, 'water')
  Object.assign(readers, { secretary, desk, centre, water })
  await town.inCounty(() => keepResponsibilities([{ code: 'W-1', unitId: 'dept-water', title: '水', basis: '水法', categories: ['water'] }]))
  await aMonth()
  await eventually(async () => expect(await town.inCounty(() => Changed.count({}, 100))).toBeGreaterThan(10))
  await gather()
}, 120_000)
afterAll(() => town?.stop())

type Shown = OutputOf<'stats.show'>
const show = (who: Person, period: string, by: Way, about: object = {}): Promise<Shown> => who.call('stats.show', { period, by, ...about })
const totalOf = async (who: Person, asked: { period: string; by: Way; figure: FigureKey; key?: string }): Promise<number> => {
  const ids = new Set<string>()
  let cursor: string | undefined
  do {
    const { items, next } = await who.call('stats.listCases', { ...asked, limit: 3, ...(cursor ? { cursor } : {}) })
    for (const { id } of items) ids.add(id)
    cursor = next
  } while (cursor)
  return ids.size
}
const wholeOf = ({ items }: Shown) => items.find(({ isWhole }) => isWhole)!.counts

test('a month says what happened in it, each thing once', async () => {
  expect(wholeOf(await show(centre, '2026-10', 'place'))).toMatchObject({
    received: 12, closed: 4, otherwise: 3, onTime: 4, late: 1, returned: 1, whistled: 2, reopened: 1, fixed: 4,
  })
  expect(wholeOf(await show(centre, '2026-11', 'place'))).toMatchObject({ received: 1, open: 1, onTime: 0 })
  expect(wholeOf(await show(centre, '2026-Q4', 'place'))).toMatchObject({ received: 13 })
})

interface Number {
  name: string
  by: Way
  period: string
  key: string | undefined
  figure: FigureKey
  count: number
}

const numbersOf = async ({ name, by, period }: Pick<Number, 'name' | 'by' | 'period'>): Promise<Number[]> =>
  (await show(readers[name]!, period, by)).items.flatMap(({ key, isWhole, counts }) =>
    (Object.entries(counts) as [FigureKey, number][]).map(([figure, count]) => ({ name, by, period, key: isWhole ? undefined : key, figure, count })))

/** Lists of what requesters said are the centre's. */
const mayList = ({ name, figure }: Number): boolean => !figureNamed(figure).isOpinion || name === 'desk' || name === 'centre'

test('every number equals the list it opens, for every reader, way and period', async () => {
  const asked = Object.keys(readers).flatMap((name) => WAYS.flatMap((by) => MONTHS.map((period) => ({ name, by, period }))))
  const numbers = (await Promise.all(asked.map(numbersOf))).flat().filter((each) => mayList(each) && (each.count > 0 || each.key === undefined))
  const wrong: Number[] = []
  for (const each of numbers) {
    const { name, by, period, key, figure, count } = each
    if ((await totalOf(readers[name]!, { period, by, figure, ...(key === undefined ? {} : { key }) })) !== count) wrong.push(each)
  }
  expect(wrong).toEqual([])
  expect(numbers.length).toBeGreaterThan(300)
}, 120_000)

test('the rows of places and kinds come to the whole, in the order of their codes', async () => {
  for (const by of ['place', 'category'] as const) {
    const shown = await show(centre, '2026-Q4', by)
    for (const [figure, count] of Object.entries(wholeOf(shown))) {
      expect({ figure, sum: shown.items.filter(({ isWhole }) => !isWhole).reduce((sum, { counts }) => sum + (counts[figure as FigureKey] ?? 0), 0) }).toEqual({ figure, sum: count })
    }
  }
  const keys = (await show(centre, '2026-Q4', 'place')).items.filter(({ key, isWhole }) => !isWhole && key !== '-').map(({ key }) => key)
  expect(keys).toEqual([...keys].sort())
})

test('each unit answers for the time in its own hands: a department that sent the case back the same day is not late', async () => {
  const [own] = (await show(water, '2026-10', 'unit')).items
  expect(own).toMatchObject({ isWhole: true, counts: { came: 1, returned: 1, whistled: 1, lateArrival: 0 } })
  const units = (await show(centre, '2026-10', 'unit')).items
  const committee = units.find(({ key }) => key === `committee-${town.here.villageId}`)
  expect(committee).toMatchObject({ counts: { ownOnTime: 5, ownLate: 1, late: 0 } })
  expect(units.find(({ key }) => key === 'dept-energy')).toMatchObject({ counts: { whistled: 1, lateArrival: 1 } })
})

test('of what was asked on the telephone a unit reads no list, and below five no number', async () => {
  expect((await secretary.tries('stats.listCases', { period: '2026-10', figure: 'fixed' })).code).toBe('stats.opinionsAreTheCentres')
  expect(wholeOf(await show(secretary, '2026-10', 'category'))).not.toHaveProperty('fixed')
  expect(wholeOf(await show(desk, '2026-10', 'category'))).toHaveProperty('fixed')
})

test('nobody counts beyond their place, below a village, or a case about their own level', async () => {
  expect(wholeOf(await show(secretary, '2026-10', 'place')).received).toBe(10)
  expect(wholeOf(await show(desk, '2026-10', 'place')).received).toBe(11)
  expect(await show(secretary, '2026-10', 'place', { regionId: town.here.gridId })).toMatchObject({ place: { regionId: town.here.villageId, level: 'village' } })
  expect((await secretary.tries('stats.show', { period: '2026-10', regionId: town.there.villageId })).code).toBe('core.notFound')
  expect((await water.tries('stats.show', { period: '2026-10', unitId: 'dept-energy' })).code).toBe('core.notFound')
  expect((await member.tries('stats.show', { period: '2026-10' })).code).toBe('core.forbidden')
})

test('what was counted is worked out again from the history, to the same rows', async () => {
  const facts = () => town.inCounty(() => Facts.list({}, { sort: { _id: 1 } }))
  const before = await facts()
  const ids = (await town.inCounty(() => Cases.list({}, { projection: { _id: 1 } }))).map(({ _id }) => _id)
  await town.inCounty(() => Promise.all([takeIn(ids), takeIn(ids.slice(3)), takeIn(ids)]).then(() => undefined))
  expect(await facts()).toEqual(before)
})

test('a case that has gone elsewhere since is still counted where it was in hand, and tells nothing of itself', async () => {
  const { items } = await water.call('stats.listCases', { period: '2026-10', by: 'unit', figure: 'returned' })
  expect(items).toHaveLength(1)
  expect(items[0]).not.toHaveProperty('case')
  expect((await desk.call('stats.listCases', { period: '2026-10', by: 'unit', figure: 'returned' })).items[0]).toHaveProperty('case')
})

test('what has happened is counted within the next run, and until then the page says from when it is', async () => {
  const caseId = await filed('power')
  await eventually(async () => expect((await town.inCounty(() => Changed.list({}))).map(({ _id }) => _id)).toContain(caseId))
  const [row] = await town.inCounty(() => Changed.list({ _id: caseId }))
  expect((await show(desk, '2026-11', 'place')).asOf).toBe(row!.since.toISOString())
  await gather()
  expect(wholeOf(await show(desk, '2026-11', 'place')).received).toBe(2)
  expect(await show(desk, '2026-11', 'place')).toMatchObject({ isGathering: false })
})
