import { expect, test } from '@jest/globals'
import { complaint } from '../complaint/case-type'
import type { CasePlace, HistoryEntry } from './record'
import { rulesOfAction, whyOf, whyRules, type WhyAbout, type WhyRule } from './why'

const AT = new Date('2026-11-22T01:00:00Z')
const about: WhyAbout = {
  type: complaint,
  version: 1,
  names: { unit: (id) => `单位${id}`, region: (id) => `地方${id}`, unitOf: (id) => `c-${id}`, department: (key) => `${key}局` },
}
const entry = (action: HistoryEntry['action'], set: object = {}) => ({ action, at: AT, set })
const rulesIn = (...entries: ReturnType<typeof entry>[]): WhyRule[] => whyOf(entries, about).map(({ rule }) => rule)
const placed = (place: CasePlace, personId: string | null = null) => ({
  place, ownerUnitId: place.villageId ?? place.townId ? `c-${place.villageId ?? place.townId}` : 'centre', handler: { unitId: 'u', personId, since: AT }, grade: 'normal', category: null,
})

test('every step the system takes by itself has a rule with words', () => {
  const own = complaint.flow.filter(({ who }) => who.includes('system')).map(({ action }) => action)
  expect(own.length).toBeGreaterThan(0)
  for (const action of own) expect({ action, rules: rulesOfAction[action]?.length ?? 0 }).not.toEqual({ action, rules: 0 })
})

test('every rule is given by some step, and says something in Chinese', () => {
  const given = new Set(Object.values(rulesOfAction).flat())
  expect(Object.keys(whyRules).filter((rule) => !given.has(rule as WhyRule))).toEqual([])
  for (const { title, words } of Object.values(whyRules)) expect(title + words).toMatch(/[\u4e00-\u9fff]{8}/)
})

test.each<[string, CasePlace, string | null, WhyRule[]]>([
  ['a point in a grid with a member', { by: 'point', villageId: 'v', gridId: 'g' }, 'p', ['place.byPoint', 'owner.byVillage', 'handler.gridMember']],
  ['a point in a grid whose post is vacant', { by: 'point', villageId: 'v', gridId: 'g' }, null, ['place.byPoint', 'owner.byVillage', 'handler.vacantPost']],
  ['a chosen village', { by: 'chosen', villageId: 'v' }, null, ['place.byChosen', 'owner.byVillage', 'handler.byTown']],
  ['the requester’s own village', { by: 'bound', villageId: 'v' }, null, ['place.byBound', 'owner.byVillage', 'handler.byTown']],
  ['a township its address names', { by: 'words', townId: 't' }, null, ['place.byWords', 'owner.byTown', 'handler.byTownDesk']],
  ['the township whose desk wrote it down', { by: 'desk', townId: 't' }, null, ['place.byDesk', 'owner.byTown', 'handler.byTownDesk']],
  ['nowhere', { by: 'unknown' }, null, ['place.unknown', 'owner.byCounty', 'handler.byCounty']],
])('%s is explained', (_what, place, personId, rules) => {
  expect(rulesIn(entry('submit', placed(place, personId)))).toEqual([...rules, 'limit.byGrade'])
})

test('a category brings its department, its grade and its own limit', () => {
  const place: CasePlace = { by: 'chosen', villageId: 'v' }
  const steps = whyOf([entry('submit', { ...placed(place), category: 'road' })], about).slice(3)
  expect(steps).toEqual([
    { rule: 'department.byCategory', version: 1, at: AT, facts: [{ label: '类别', value: '道路桥涵' }, { label: '部门', value: 'transport局' }] },
    { rule: 'grade.byCategory', version: 1, at: AT, facts: [{ label: '类别', value: '道路桥涵' }, { label: '等级', value: '一般' }] },
    { rule: 'limit.byCategory', version: 1, at: AT, facts: [{ label: '类别', value: '道路桥涵' }, { label: '总时限', value: '7 个工作日' }] },
  ])
  expect(rulesIn(entry('route', { category: 'land', grade: 'normal' }))).toEqual(['department.byCategory', 'grade.byCategory', 'limit.byGrade'])
  expect(rulesIn(entry('route', { category: 'road', grade: 'urgent' }))).toEqual(['department.byCategory', 'limit.byGrade'])
})

test('a unit that a person chose has no rule behind it', () => {
  expect(rulesIn(entry('route', { ownerUnitId: 'dept-water', handler: { unitId: 'dept-water', personId: null, since: AT } }))).toEqual([])
  expect(rulesIn(entry('route', { ...placed({ by: 'point', villageId: 'v', gridId: 'g' }), ownerUnitId: 'dept-water', grade: undefined }))).toEqual(['place.byPoint'])
})

test('answering, reopening and closing by itself are explained; what people do is not', () => {
  expect(rulesIn(entry('accept'), entry('handle'), entry('answer'), entry('reopen'), entry('rate'), entry('closeUnrated'))).toEqual(['clock.standsAtAnswer', 'limit.reopened', 'close.unrated'])
  expect(whyOf([entry('closeUnrated')], about)[0]?.facts).toEqual([{ label: '等评价', value: '7 天' }])
})

test('the owner’s move at red names who answers for it now', () => {
  expect(whyOf([entry('escalate', { ownerUnitId: 'township' })], about)).toEqual([
    { rule: 'owner.movesAtRed', version: 1, at: AT, facts: [{ label: '现在由谁负责', value: '单位township' }] },
  ])
})

test('no explanation tells the point or a person', () => {
  const steps = whyOf([entry('submit', placed({ by: 'point', villageId: 'v', gridId: 'g', point: [106.1, 35.2], words: '王家' }, 'person-1'))], about)
  expect(JSON.stringify(steps)).not.toMatch(/106\.1|王家|person-1/)
  const bound = whyOf([entry('submit', placed({ by: 'bound', villageId: 'v', gridId: 'g' }))], about)
  expect(JSON.stringify(bound[0])).not.toContain('地方g')
})
