import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { formatInstant } from '@xiangli/shared/core/time'
import { ulid } from 'ulid'
import { runJob } from '../../../cron/src/runner'
import { ambient } from '../../../server/src/core/context'
import { typeNamed } from '../../../server/src/modules/casework'
import { Cases } from '../../../server/src/modules/casework/case.model'
import { filedSince, previewFind } from '../../../server/src/modules/casework/settings/preview-settings'
import { Settings, needSettings } from '../../../server/src/modules/casework/settings/settings.model'
import { eventually } from '../../support/eventually'

/** Wednesday, in office hours, a plain week after it. */
const BEGIN = new Date('2026-11-11T02:00:00Z')
const HOUR = 3_600_000
const later = (hours: number): Date => new Date(BEGIN.getTime() + hours * HOUR)

type Full = OutputOf<'casework.readSettings'>
type Draft = Pick<Full, 'version' | 'settings'>

let town: Town
let elder: Person
let member: Person
let keeper: Person
let colleague: Person
let leader: Person
beforeAll(async () => {
  town = await aTown()
  town.at(BEGIN)
  elder = await town.villager({ name: '赵桂兰', villageId: town.here.villageId })
  member = await town.staff('gridMember', town.here.gridId)
  keeper = await town.staff('countyDispatcher', town.county)
  colleague = await town.staff('countyDispatcher', town.county)
  leader = await town.staff('countyLeader', town.county)
}, 60_000)
afterAll(() => town?.stop())

const filed = async (category: string, at = BEGIN): Promise<string> => {
  const caseId = ulid()
  town.at(at)
  await elder.call('casework.submit', { caseId, words: '村口路灯不亮', category, place: { point: town.here.point } })
  return caseId
}
const look = (caseId: string) => elder.call('casework.getMine', { caseId })
const follow = () => runJob({ job: 'casework.followSettings', maxSeconds: 60 }, { county: town.county })
const draftOf = async (change: (settings: Full['settings']) => Partial<Full['settings']>): Promise<Draft> => {
  const { version, settings } = await keeper.call('casework.readSettings', {})
  return { version, settings: { ...settings, ...change(settings) } }
}
const withCategory = (code: string, change: object) => (settings: Full['settings']): Partial<Full['settings']> =>
  ({ categories: settings.categories.map((each) => (each.code === code ? { ...each, ...change } : each)) })
const publish = async (change: (settings: Full['settings']) => Partial<Full['settings']>, more: { effectiveFrom?: string } = {}) =>
  (await keeper.call('casework.publishSettings', { ...(await draftOf(change)), reason: '县里研究定的', ...more })).version
const steps = async (caseId: string) => (await look(caseId)).timeline.filter(({ action }) => action === 'followSettings')

test('a county begins with what the program holds, for everybody to read', async () => {
  const open = await town.anonymous.call('casework.getSettings', {})
  expect(open.version).toBe(1)
  expect(open.settings.categories.map(({ code }) => code)).toContain('road')
  const { items } = await leader.call('casework.listSettings', {})
  expect(items).toMatchObject([{ version: 1, byName: '系统自带', isInForce: true, differences: [] }])
  const url = `${town.url}/api/casework.getSettings?input=%7B%7D`
  const first = await fetch(url)
  expect((await fetch(url, { headers: { 'if-none-match': first.headers.get('etag')!, 'cache-control': 'max-age=0' } })).status).toBe(304)
})

test('draft, refused at its field, looked at against last month, published; a new case follows it, an old one its own, until it is applied', async () => {
  const [old, stranger, red, done] = [await filed('power'), await filed('water'), await filed('power', later(-24 * 20)), await filed('power')]
  town.at(BEGIN)
  await member.call('casework.accept', { caseId: done })
  await member.call('casework.answer', { caseId: done, words: '换好了' })
  const before = { old: await look(old), red: await look(red), stranger: await look(stranger) }
  expect(before.red.colour).toBe('red')

  const bad = await draftOf(withCategory('power', { department: 'moon', limits: { acceptMinutes: 600, totalMinutes: 500 } }))
  const { wrong } = await keeper.call('casework.checkSettings', bad)
  const at = bad.settings.categories.findIndex(({ code }) => code === 'power')
  expect(wrong.map(({ field }) => field)).toEqual([`categories.${at}.department`, `categories.${at}.limits.acceptMinutes`])
  expect((await keeper.tries('casework.publishSettings', { ...bad, reason: '不该成' })).error).toMatchObject({ code: 'casework.settingsWrong', field: `settings.categories.${at}.department` })
  expect((await keeper.tries('casework.previewSettings', bad)).code).toBe('casework.settingsWrong')

  const change = withCategory('power', { department: 'urban', limits: { acceptMinutes: 420, totalMinutes: 6 * 420 } })
  const draft = await draftOf(change)
  const { differences } = await keeper.call('casework.checkSettings', draft)
  expect(differences.map(({ about, field }) => `${about} ${field}`)).toEqual(['用电路灯 归哪个部门', '用电路灯 时限'])
  const preview = await keeper.call('casework.previewSettings', draft)
  expect(preview).toMatchObject({ filed: { count: 4, more: false }, cases: 4, unit: 3, grade: 0, limit: 3 })
  expect(preview.categories).toEqual([{ label: '用电路灯', cases: 3, unit: 3, grade: 0, limit: 3 }, { label: '饮水灌溉', cases: 1, unit: 0, grade: 0, limit: 0 }])
  expect(preview.examples.map(({ caseId }) => caseId).sort()).toEqual([old, red, done].sort())
  expect(preview.examples[0]!.after).toMatchObject({ limit: '受理 1 个工作日，总共 6 个工作日' })
  expect((await town.anonymous.call('casework.getSettings', {})).version).toBe(1)

  expect(await publish(change)).toBe(2)
  expect((await leader.call('casework.listSettings', {})).items[0]).toMatchObject({ version: 2, byName: '王建国', reason: '县里研究定的', isInForce: true })
  const fresh = await filed('power')
  expect((await look(fresh)).redAt).not.toBe(before.old.redAt)
  expect((await look(old)).redAt).toBe(before.old.redAt)
  expect(await follow()).toEqual({ done: 0, more: false })

  expect((await keeper.tries('casework.applySettings', { version: 1 })).code).toBe('casework.settingsNotInForce')
  expect(await keeper.call('casework.applySettings', { version: 2 })).toMatchObject({ version: 2, looked: 0, moved: 0 })
  expect(await follow()).toEqual({ done: 3, more: false })
  expect((await leader.call('casework.showApplying', {})).applying).toMatchObject({ version: 2, looked: 4, moved: 3, limits: 1, finishedAt: expect.any(String) })

  const after = await look(old)
  expect(after.redAt).toBe((await look(fresh)).redAt)
  expect(await steps(old)).toMatchObject([{ dueFrom: before.old.redAt, dueTo: after.redAt, byName: '系统' }])
  expect((await look(red)).redAt).toBe(before.red.redAt)
  expect((await look(stranger)).redAt).toBe(before.stranger.redAt)
  expect(await steps(done)).toEqual([])
  // A version that moves no limit of theirs is for those who work on it.
  expect(await steps(stranger)).toEqual([])
  expect((await leader.call('casework.getCase', { caseId: stranger })).timeline.filter(({ action }) => action === 'followSettings')).toHaveLength(1)
  const why = (await elder.call('casework.getOwnWhy', { caseId: old })).items
  expect(why.filter(({ rule }) => rule.startsWith('limit.')).map(({ rule, version }) => [rule, version])).toEqual([['limit.byCategory', 1], ['limit.bySettings', 2]])
  expect((await town.inCounty(() => Cases.need({ _id: old }))).scopeKeys.filter((key) => key.startsWith('dept-urban@'))).not.toEqual([])
  await eventually(async () => {
    const told = (await elder.call('notice.listMine', {})).items.find(({ title }) => title === '办理时间有变：村口路灯不亮')
    expect(told?.body).toContain(`，${formatInstant(after.redAt!, BEGIN)} 前办好`)
  })

  await keeper.call('casework.applySettings', { version: 2 })
  expect(await follow()).toEqual({ done: 0, more: false })
  expect(await steps(old)).toHaveLength(1)
}, 30_000)

test('a run that is cut off goes on where it stopped, and does nothing twice', async () => {
  const cases: string[] = []
  for (let n = 0; n < 6; n += 1) cases.push(await filed('land'))
  const version = await publish((settings) => ({ limits: { ...settings.limits, normal: { acceptMinutes: 420, totalMinutes: 8 * 420 } } }))
  await keeper.call('casework.applySettings', { version })
  const { jobs } = await import('../../../server/src/modules/casework/jobs')
  const job = jobs.find(({ name }) => name === 'casework.followSettings')!
  expect(await job.run({ dry: false, deadline: new Date(0), county: town.county })).toEqual({ done: 0, more: true })
  expect((await keeper.call('casework.showApplying', {})).applying).not.toHaveProperty('finishedAt')
  await Promise.all([follow(), follow()])
  await follow()
  for (const caseId of cases) expect(await steps(caseId)).toHaveLength(1)
  expect((await keeper.call('casework.showApplying', {})).applying).toMatchObject({ version, finishedAt: expect.any(String) })
}, 30_000)

test('yellow is the same for all of a grade: other numbers paint what runs anew', async () => {
  const caseId = await filed('land')
  const before = await look(caseId)
  await publish(() => ({ warnMinutes: { normal: 2 * 420, urgent: 240 } }))
  expect(await follow()).toMatchObject({ more: false })
  const after = await look(caseId)
  expect([after.redAt, after.yellowAt === before.yellowAt]).toEqual([before.redAt, false])
  town.at(new Date(Date.parse(after.yellowAt!) + 1))
  const { serial } = after
  expect((await member.call('casework.listCases', { colour: 'yellow', serial })).items).toHaveLength(1)
  expect((await member.call('casework.listCases', { colour: 'green', serial })).items).toHaveLength(0)
  town.at(BEGIN)
})

test('a retired category is chosen no more, its cases keep it; a younger one may be given to an old case', async () => {
  const old = await filed('rubbish')
  await publish((settings) => ({
    categories: [...settings.categories.map((each) => (each.code === 'rubbish' ? { ...each, isRetired: true as const } : each)), { code: 'dogs', label: '流浪犬只', grade: 'normal', limits: { acceptMinutes: 210, totalMinutes: 6 * 420 } }],
  }))
  expect(await look(old)).toMatchObject({ category: 'rubbish', categoryLabel: '垃圾污水' })
  const other = await filed('road')
  const desk = await town.staff('townDispatcher', town.here.townId)
  expect((await desk.tries('casework.route', { caseId: other, category: 'rubbish' })).error).toMatchObject({ code: 'casework.categoryRetired', field: 'category' })
  expect(await desk.call('casework.route', { caseId: old, category: 'dogs' })).toMatchObject({ category: 'dogs', categoryLabel: '流浪犬只' })
  expect(await look(await filed('rubbish'))).not.toHaveProperty('category')
  const bad = await draftOf((settings) => ({ categories: settings.categories.filter(({ code }) => code !== 'rubbish') }))
  expect((await keeper.tries('casework.publishSettings', { ...bad, reason: '删掉' })).error).toMatchObject({ field: 'settings.categories' })
})

test('a version may begin on a day to come; a later one replaces it, begun or not', async () => {
  const before = (await town.anonymous.call('casework.getSettings', {})).version
  expect((await keeper.tries('casework.publishSettings', { ...(await draftOf(() => ({ ratingDays: 9 }))), reason: '昨天起', effectiveFrom: '2026-11-10' })).error).toMatchObject({ field: 'effectiveFrom' })
  const version = await publish(() => ({ ratingDays: 9 }), { effectiveFrom: '2026-11-20' })
  expect((await town.anonymous.call('casework.getSettings', {})).version).toBe(before)
  expect((await keeper.tries('casework.applySettings', { version })).code).toBe('casework.settingsNotInForce')
  expect(await keeper.call('casework.readSettings', {})).toMatchObject({ version, inForce: before })
  town.at(new Date('2026-11-19T16:00:00Z'))
  expect(await town.anonymous.call('casework.getSettings', {})).toMatchObject({ version, settings: { ratingDays: 9 } })
  town.at(BEGIN)
  expect((await town.anonymous.call('casework.getSettings', {})).version).toBe(before)
  const next = await publish(() => ({ ratingDays: 8 }))
  town.at(new Date('2026-11-20T02:00:00Z'))
  expect(await town.anonymous.call('casework.getSettings', {})).toMatchObject({ version: next, settings: { ratingDays: 8 } })
  town.at(BEGIN)
})

test('of two who publish at once, one does and the other is told that a new version is there', async () => {
  for (let round = 0; round < 4; round += 1) {
    const drafts = await Promise.all([10, 11].map((days) => draftOf(() => ({ ratingDays: days + round * 2 }))))
    const tries = [keeper, colleague].map((each, n) => each.tries('casework.publishSettings', { ...drafts[n]!, reason: '同时发布' }))
    expect((await Promise.all(tries)).map(({ code }) => code).sort()).toEqual(['casework.settingsStale', 'ok'])
  }
  const draft = await draftOf(() => ({ ratingDays: 6 }))
  const key = ulid()
  const send = () => keeper.call('casework.publishSettings', { ...draft, reason: '重发' }, { key })
  expect([await send(), await send()]).toEqual([{ version: draft.version + 1 }, { version: draft.version + 1 }])
  expect((await keeper.tries('casework.publishSettings', { ...(await draftOf(() => ({}))), reason: '没改' })).code).toBe('casework.settingsUnchanged')
}, 30_000)

test('a version written by another process is in force here within a second, and one told late undoes nothing', async () => {
  const now = () => town.inCounty(async () => typeNamed('complaint').returnDays)
  await town.inCounty(async () => {
    const { settings, ...newest } = await needSettings('complaint')
    await Settings.add({ ...newest, _id: ulid(), county: ambient().county, version: newest.version + 1, settings: { ...settings, returnDays: 3 } })
  })
  await eventually(async () => expect(await now()).toBe(3), 1_000)
  const { takeIn, startSettings } = await import('../../../server/src/modules/casework/settings/current')
  await town.inCounty(async () => {
    const { settings, ...newest } = await needSettings('complaint')
    takeIn([{ ...newest, settings: { ...settings, returnDays: 5 } }])
    await startSettings()
  })
  expect(await now()).toBe(3)
})

describe('nobody but the county’s keeper', () => {
  test('checks, previews, publishes or applies', async () => {
    const draft = await draftOf(() => ({ ratingDays: 5 }))
    const clerk = await town.staff('townDispatcher', town.here.townId)
    const elsewhere = await town.staff('countyDispatcher', town.here.townId)
    for (const person of [leader, clerk, elder]) {
      expect((await person.tries('casework.publishSettings', { ...draft, reason: '不该成' })).code).toBe('core.forbidden')
      expect((await person.tries('casework.previewSettings', draft)).code).toBe('core.forbidden')
      expect((await person.tries('casework.applySettings', { version: 1 })).code).toBe('core.forbidden')
    }
    expect((await clerk.tries('casework.listSettings', {})).code).toBe('core.forbidden')
    expect((await elsewhere.tries('casework.publishSettings', { ...draft, reason: '不该成' })).code).toBe('core.notFound')
  })
})

test('the preview reads along the index of the newest and stops', async () => {
  const plan = await town.inCounty(() => Cases.explain(filedSince([town.county], later(-24 * 30)), previewFind))
  const { executionStats, queryPlanner } = plan as unknown as { executionStats: { totalDocsExamined: number; totalKeysExamined: number; nReturned: number }; queryPlanner: { winningPlan: object } }
  const stages = JSON.stringify(queryPlanner.winningPlan)
  expect(stages).not.toContain('COLLSCAN')
  expect(stages).not.toContain('"SORT"')
  expect(stages).toContain('case_newest')
  expect(executionStats.totalDocsExamined).toBe(executionStats.nReturned)
})
