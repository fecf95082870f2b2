import { expect, test } from '@jest/globals'
import type { Appointment, PersonActor } from './actor'
import { ancestorsOf, barKey, barsOf, grantsOf, mayOn, readKeysOf, scopeKeysOf } from './scope'

const held = (role: Appointment['role'], regionPath: string, unitId = 'unit'): Appointment => ({
  id: `${role}-${regionPath}`,
  role,
  unitId,
  isDepartment: unitId.startsWith('dept'),
  regionId: ancestorsOf(regionPath).at(-1)!,
  regionPath,
})
const person = (appointments: Appointment[], withheld?: string[]): PersonActor => ({
  kind: 'person',
  id: 'p',
  county: 'c',
  name: '王建国',
  appointments,
  ...(withheld ? { withheld } : {}),
})

const VILLAGE = 'c/t1/v1/'
const NEIGHBOUR = 'c/t1/v2/'
const inVillage = scopeKeysOf('c/t1/v1/g1/')

test('a record is found by every region above it, and by a department in each of them', () => {
  expect(ancestorsOf('c/t1/v1/')).toEqual(['c', 't1', 'v1'])
  expect(scopeKeysOf('c/t1/', ['dept-water'])).toEqual(['c', 't1', 'dept-water@c', 'dept-water@t1'])
})

test.each([
  ['in the village', true, held('villageSecretary', VILLAGE)],
  ['in the town above', true, held('townDispatcher', 'c/t1/')],
  ['in the county above', true, held('countyDispatcher', 'c/')],
  ['in the grid itself', true, held('gridMember', 'c/t1/v1/g1/')],
  ['in the next grid', false, held('gridMember', 'c/t1/v1/g2/')],
  ['in the next village', false, held('villageSecretary', NEIGHBOUR)],
  ['in the next town', false, held('townDispatcher', 'c/t2/')],
  ['in a village whose id begins alike', false, held('villageSecretary', 'c/t1/v11/')],
  ['of a department without part in it', false, held('departmentStaff', 'c/', 'dept-water')],
])('an appointment %s reaches the record: %s', (_where, reaches, appointment) => {
  expect(mayOn(person([appointment]), 'casework.getCase', inVillage)).toBe(reaches)
})

test('a department reaches what is its duty within its region and nothing else there', () => {
  const clerk = person([held('departmentStaff', 'c/', 'dept-water')])
  expect(mayOn(clerk, 'casework.getCase', scopeKeysOf('c/t1/v1/', ['dept-water']))).toBe(true)
  expect(mayOn(clerk, 'casework.getCase', scopeKeysOf('c/t1/v1/', ['dept-power']))).toBe(false)
  expect(readKeysOf(clerk, 'casework.listCases')).toEqual(['dept-water@c'])
})

test('two appointments never add up: the operation of one is of no use in the region of the other', () => {
  const both = person([held('supervisor', VILLAGE), held('gridMember', 'c/t2/v9/g9/')])
  expect(mayOn(both, 'casework.getCase', inVillage)).toBe(true)
  expect(mayOn(both, 'casework.handle', inVillage)).toBe(false)
  expect(mayOn(both, 'casework.handle', scopeKeysOf('c/t2/v9/g9/'))).toBe(true)
  expect(readKeysOf(both, 'casework.handle')).toEqual(['g9'])
})

test('what the county withholds is granted by no appointment', () => {
  const held1 = held('villageSecretary', VILLAGE)
  const actor = person([held1], ['casework.revealRequester'])
  expect(grantsOf(actor, 'casework.revealRequester')).toEqual([])
  expect(grantsOf(actor, 'casework.getCase')).toEqual([held1])
})

test('an anonymous caller and a machine hold no appointments', () => {
  expect(grantsOf({ kind: 'anonymous', id: 'anonymous', county: 'c' }, 'casework.getCase')).toEqual([])
  expect(readKeysOf({ kind: 'system', id: 'timetable', county: 'c' }, 'casework.listCases')).toEqual([])
})

test('two appointments over one region give its key once', () => {
  expect(readKeysOf(person([held('gridLeader', VILLAGE), held('villageSecretary', VILLAGE)]), 'casework.listCases')).toEqual(['v1'])
})

test.each([
  ['one post', [held('townDispatcher', 'c/t1/')], []],
  ['two villages side by side', [held('villageSecretary', VILLAGE), held('gridMember', 'c/t1/v2/g1/')], []],
  ['a village and its town', [held('villageSecretary', VILLAGE), held('townDispatcher', 'c/t1/')], ['v1']],
  ['a grid and the county', [held('gridMember', 'c/t1/v1/g1/'), held('countyDispatcher', 'c/')], ['t1', 'v1', 'g1']],
  ['a village and another town', [held('villageSecretary', VILLAGE), held('townDispatcher', 'c/t2/')], []],
])('what is about the place of a lower post is barred to the higher one: %s', (_what, posts, regions) => expect(barsOf(person(posts))).toEqual(regions.map(barKey)))

test('a bar holds whatever the higher post would read', () => {
  const both = person([held('villageSecretary', VILLAGE), held('townDispatcher', 'c/t1/')])
  expect([mayOn(both, 'casework.getCase', ['c', 't1']), mayOn(both, 'casework.getCase', ['c', 't1', barKey('v1')]), mayOn(both, 'casework.getCase', ['c', 't1', barKey('v2')])]).toEqual([true, false, true])
})
