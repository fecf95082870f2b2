import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '../../testing'
import { departmentUnit, parentUnit, placeOf, regionById, unitOfRegion, withinRegion } from './index'

let town: Town
let dispatcher: Person
beforeAll(async () => {
  town = await aTown({ dispatches: false })
  dispatcher = await town.staff('townDispatcher', town.here.townId)
}, 60_000)
afterAll(() => town.stop())

const within = <T>(work: () => T): Promise<T> => town.inCounty(async () => work())

test('divisions go down from the county to grids, each level in the order of its codes', async () => {
  const { call } = town.anonymous
  const [county] = (await call('region.listDivisions', {})).items
  expect(county).toMatchObject({ id: '620821', name: '泾川县', level: 'county', path: '620821/' })
  const towns = (await call('region.listDivisions', { parentId: county!.id })).items
  expect(towns).toHaveLength(15)
  const codes = towns.map(({ code }) => code)
  expect(codes).toEqual([...codes].sort())
  const villages = (await call('region.listDivisions', { parentId: 't101' })).items
  expect(villages.map(({ shortName }) => shortName)).toContain('太阳墩村')
  const grids = (await call('region.listDivisions', { parentId: villages[0]!.id })).items
  expect(grids.every(({ level, parentId }) => level === 'grid' && parentId === villages[0]!.id)).toBe(true)
  expect((await town.anonymous.tries('region.listDivisions', { parentId: 'zz9' })).code).toBe('region.unknown')
})

test('borders come for a whole level or for what lies within one region', async () => {
  const { call } = town.anonymous
  expect((await call('region.getBorders', { level: 'town' })).items).toHaveLength(15)
  expect((await call('region.getBorders', { level: 'grid' })).items).toHaveLength(317)
  const { items } = await call('region.getBorders', { level: 'village', within: 't101' })
  expect(items).toHaveLength(16)
  for (const { parentId, geometry } of items) {
    expect(parentId).toBe('t101')
    expect(geometry.coordinates.length).toBeGreaterThan(0)
  }
})

test('a point lies in one basic grid and all above it; outside the county in none', async () => {
  const { place } = await town.anonymous.call('region.locate', { point: town.here.point })
  expect(place).toMatchObject({ gridId: town.here.gridId, villageId: town.here.villageId, townId: town.here.townId })
  expect((await town.anonymous.call('region.locate', { point: [104, 36] })).place).toBeNull()
  const path = await within(() => placeOf(town.here.point as [number, number])?.regionPath)
  expect(path).toBe(`620821/${town.here.townId}/${town.here.villageId}/${town.here.gridId}/`)
})

test('every region has the unit that answers for it, and every unit but the centre one above it', async () => {
  await within(() => {
    expect(unitOfRegion('620821').kind).toBe('countyCentre')
    expect(unitOfRegion(town.here.townId).kind).toBe('township')
    const committee = unitOfRegion(town.here.villageId)
    expect(committee.kind).toBe('committee')
    expect(unitOfRegion(town.here.gridId)).toBe(committee)
    expect(parentUnit(committee.id)).toBe(unitOfRegion(town.here.townId))
    expect(parentUnit(unitOfRegion('t001').id)).toBe(unitOfRegion('620821'))
    expect(parentUnit(unitOfRegion('620821').id)).toBeUndefined()
    expect(departmentUnit('transport')).toMatchObject({ name: '县交通运输局', kind: 'department' })
    expect(regionById('v101207')?.name).toBe('太阳墩村民委员会')
  })
})

describe('units', () => {
  test('a township sees its own, those below and those above, and no neighbour', async () => {
    const { items } = await dispatcher.call('region.listUnits', {})
    const regions = new Set(items.map(({ regionId }) => regionId))
    expect(regions.has(town.here.townId)).toBe(true)
    expect(regions.has(town.here.villageId)).toBe(true)
    expect(regions.has('620821')).toBe(true)
    expect(regions.has(town.there.townId)).toBe(false)
    expect(regions.has(town.there.villageId)).toBe(false)
  })

  test('narrowed to a village there is only the way up from it', async () => {
    const { items } = await dispatcher.call('region.listUnits', { regionId: town.here.villageId })
    const below = items.filter(({ kind }) => kind === 'committee')
    expect(below.map(({ regionId }) => regionId)).toEqual([town.here.villageId])
  })

  test('a villager has no list of units', async () => {
    const villager = await town.villager()
    expect((await villager.tries('region.listUnits', {})).code).toBe('core.forbidden')
  })
})

test('keys are narrowed to a region inside an appointment, kept for one around it, and none is a 404', async () => {
  const held = (regionId: string, unitId = 'u1', isDepartment = false) => ({ id: 'a', role: 'townDispatcher' as const, unitId, isDepartment, regionId, regionPath: '' })
  const ctxOf = (...appointments: ReturnType<typeof held>[]) => ({
    operation: 'casework.listCases' as const,
    actor: { kind: 'person' as const, id: 'p', county: '620821', name: '', appointments },
    county: '620821',
    now: new Date(),
    trace: 't',
    scopeApplied: false,
  })
  await within(() => {
    const keys = (regionId: string | undefined, ...appointments: ReturnType<typeof held>[]) => withinRegion(ctxOf(...appointments), regionId).scopeKeys.$in
    expect(keys(undefined, held('t101'))).toEqual(['t101'])
    expect(keys('v101207', held('t101'))).toEqual(['v101207'])
    expect(keys('t101', held('v101207'), held('v100201'))).toEqual(['v101207'])
    expect(keys('v101207', held('620821', 'dept-water', true))).toEqual(['dept-water@v101207'])
    expect(() => keys('v100201', held('t101'))).toThrow('没有找到')
    expect(() => keys('nowhere', held('t101'))).toThrow('没有找到')
  })
})
