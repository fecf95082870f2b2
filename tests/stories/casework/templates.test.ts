import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { Histories } from '../../../server/src/modules/casework/case.model'

let town: Town
let villager: Person
let member: Person
let desk: Person
let centre: Person
beforeAll(async () => {
  town = await aTown({ dispatches: false })
  villager = await town.villager({ villageId: town.here.villageId })
  member = await town.staff('gridMember', town.here.gridId)
  desk = await town.staff('townDispatcher', town.here.townId)
  centre = await town.staff('countyDispatcher', town.county)
}, 60_000)
afterAll(() => town?.stop())

const aTemplate = (about: object = {}) => ({ id: ulid(), version: 0, regionId: town.here.townId, category: 'power', state: 'answered' as const, title: '路灯修好', text: '{地点}的灯，{办理单位}已经【怎么修的】。', ...about })

test('a template is kept by the dispatcher of its own place, with known variables only', async () => {
  expect((await member.tries('casework.saveTemplate', aTemplate())).code).toBe('core.forbidden')
  expect((await desk.tries('casework.saveTemplate', aTemplate({ regionId: town.there.townId }))).code).toBe('casework.outsideScope')
  expect((await desk.tries('casework.saveTemplate', aTemplate({ regionId: town.county }))).code).toBe('casework.outsideScope')
  expect((await desk.tries('casework.saveTemplate', aTemplate({ text: '{电话}打不通' })))).toMatchObject({ code: 'casework.unknownVariable' })
  expect((await desk.tries('casework.saveTemplate', aTemplate({ category: 'nonsense' }))).code).toBe('casework.unknownCategory')
  const own = await desk.call('casework.saveTemplate', aTemplate())
  const ofCounty = await centre.call('casework.saveTemplate', aTemplate({ regionId: town.county, category: undefined, title: '通用' }))
  // What fits the category comes before what fits all.
  expect((await member.call('casework.listTemplates', { state: 'answered', category: 'power' })).items.map(({ id, mayEdit }) => [id, mayEdit])).toEqual([[own.id, false], [ofCounty.id, false]])
  expect((await member.call('casework.listTemplates', { state: 'declined' })).items).toEqual([])
  const elsewhere = await town.staff('gridMember', town.there.gridId)
  expect((await elsewhere.call('casework.listTemplates', {})).items.map(({ id }) => id)).toEqual([ofCounty.id])
})

test('of two who change one version at once one is told to look again, and both versions stay', async () => {
  const first = aTemplate({ title: '停电' })
  await desk.call('casework.saveTemplate', first)
  const colleague = await town.staff('townDispatcher', town.here.townId)
  const codes = (await Promise.all([desk, colleague].map((who, at) => who.tries('casework.saveTemplate', { ...first, version: 1, title: `停电 ${at}` })))).map(({ code }) => code)
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  expect(['casework.templateChanged', 'core.busy']).toContain(codes.find((code) => code !== 'ok'))
  expect((await desk.call('casework.listTemplates', {})).items.filter(({ id }) => id === first.id)).toMatchObject([{ version: 2 }])
  await desk.call('casework.saveTemplate', { ...first, version: 2, isRetired: true })
  expect((await member.call('casework.listTemplates', {})).items.some(({ id }) => id === first.id)).toBe(false)
})

test('an answer from a template has no blank left, and its history tells which version it began as', async () => {
  const template = await desk.call('casework.saveTemplate', aTemplate())
  const caseId = ulid()
  await villager.call('casework.submit', { caseId, words: '路灯不亮', category: 'power', place: { point: town.here.point } })
  await member.call('casework.accept', { caseId })
  const fromTemplate = { id: template.id, version: template.version }
  expect((await member.tries('casework.answer', { caseId, words: '村委会已经【怎么修的】。', fromTemplate })).code).toBe('casework.blanksUnfilled')
  expect((await member.tries('casework.answer', { caseId, words: '修好了', fromTemplate: { id: template.id, version: 9 } })).code).toBe('casework.unknownTemplate')
  await member.call('casework.answer', { caseId, words: '村委会已经换了灯头。', fromTemplate })
  const [, , entry] = await town.inCounty(() => Histories.list({ caseId }, { sort: { n: 1 } }))
  expect(entry).toMatchObject({ action: 'answer', words: '村委会已经换了灯头。', fromTemplate })
})
