import { expect, test } from '@jest/globals'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { demoCounty } from '../demo-county'
import { places } from '../places'
import { planStaff } from './staff-plan'

const county = demoCounty()
const posts = planStaff(county).flat()
const units = new Map(county.units.map((unit) => [unit.unitId, unit]))

test('every division has a unit, and each unit but the centre one above it', () => {
  const tops = county.units.filter(({ parentId }) => parentId === undefined)
  expect(tops.map(({ kind }) => kind)).toEqual(['countyCentre'])
  for (const { parentId } of county.units) if (parentId) expect(units.has(parentId)).toBe(true)
  const answered = new Set(county.units.filter(({ kind }) => kind !== 'department' && kind !== 'dispatchRoom').map(({ regionId }) => regionId))
  expect(county.divisions.every(({ id }) => answered.has(id))).toBe(true)
})

test('every duty a complaint names has its department', () => {
  const departments = new Set(county.units.flatMap(({ department }) => department ?? []))
  for (const { department } of complaint.categories) if (department) expect(departments.has(department)).toBe(true)
})

test('each grid has one member, a few posts stand empty, none where the demo plays', () => {
  const members = posts.filter(({ role }) => role === 'gridMember')
  expect(new Set(members.map(({ regionId }) => regionId)).size).toBe(members.length)
  expect(members.length).toBeGreaterThan(295)
  expect(members.length).toBeLessThan(316)
  const demoGrids = county.grids.filter(({ villageId }) => villageId === places.village || villageId === places.neighbour)
  for (const { id } of demoGrids) expect(members.some(({ regionId }) => regionId === id)).toBe(true)
})

test('villages have their secretary and supervisor, towns their dispatcher, departments two of staff', () => {
  const holders = (role: string, regionId: string) => posts.filter((post) => post.role === role && post.regionId === regionId).length
  for (const { id, level } of county.divisions) {
    if (level === 'village') expect([holders('villageSecretary', id), holders('supervisor', id)]).toEqual([1, 1])
    if (level === 'town') expect(holders('townDispatcher', id)).toBe(1)
  }
  expect(posts.filter(({ unitId }) => unitId === 'dept-water')).toHaveLength(2)
})

test('no two people share a phone, and every post names a unit there is', () => {
  const people = planStaff(county)
  expect(new Set(people.map(([post]) => post?.phone)).size).toBe(people.length)
  expect(posts.every(({ unitId }) => units.has(unitId))).toBe(true)
})
