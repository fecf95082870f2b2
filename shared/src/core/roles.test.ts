import { expect, test } from '@jest/globals'
import { contracts, type OperationName } from '../catalog/contracts'
import { anonymousOperations, operationsOfRole, operationsOfSystem, roleLabel, roleNames, villagerOperations, type RoleName } from './roles'

const names = Object.keys(contracts) as OperationName[]
const ofRoles = new Set(roleNames.flatMap((role) => [...operationsOfRole(role)]))
const ofSystems = new Set([...operationsOfSystem('timetable'), ...operationsOfSystem('dispatcher'), ...operationsOfSystem('hotline')])

test('every operation is granted to somebody, and nothing is granted that is no operation', () => {
  const granted = new Set<string>([...ofRoles, ...ofSystems, ...anonymousOperations, ...villagerOperations])
  expect(names.filter((name) => !granted.has(name))).toEqual([])
  expect([...granted].filter((name) => !(name in contracts))).toEqual([])
})

/** By whoever filed it for somebody, or by staff on that person's word. */
const OF_BOTH = ['casework.disown']

test('each operation belongs to one kind of actor only', () => {
  const groups = [ofRoles, ofSystems, anonymousOperations, villagerOperations]
  expect(names.filter((name) => groups.filter((group) => group.has(name)).length !== 1)).toEqual(OF_BOTH)
})

test('staff queries need an appointment, own queries an account, public ones nothing', () => {
  const wrong = names.filter((name) => {
    const contract = contracts[name]
    if (contract.kind === 'command') return false
    const group = { staff: ofRoles, own: villagerOperations, public: anonymousOperations, system: ofSystems }[contract.scope]
    return !group.has(name)
  })
  expect(wrong).toEqual([])
})

test('no villager, and nobody without an account, has an operation of a machine', () => {
  expect([...ofSystems].filter((name) => villagerOperations.has(name) || anonymousOperations.has(name) || ofRoles.has(name))).toEqual([])
})

test('every role has a Chinese label of its own and at least one duty', () => {
  const labels = roleNames.map(roleLabel)
  expect(new Set(labels).size).toBe(roleNames.length)
  expect(labels.filter((label) => !/^[\u4e00-\u9fff]+$/.test(label))).toEqual([])
  expect(roleNames.filter((role) => operationsOfRole(role).size === 0)).toEqual([])
})

/** Taking a list home as a file is a command for the journal's sake alone. */
const changes = (role: RoleName): string[] =>
  [...operationsOfRole(role)].filter((name) => contracts[name].kind === 'command' && name !== 'sheet.download' && !name.startsWith('handover.'))

test('who only looks changes nothing but signs for a shift of their own', () => {
  expect(changes('supervisor')).toEqual([])
})

test('a leader supervises and answers for the unit, and works on no case', () => {
  const supervising = ['arbitrate', 'fileFeedback', 'signResult', 'holdHearing', 'grantTime', 'refuseTime', 'listForSupervision', 'takeCharge', 'setRisk', 'signAnswer', 'refuseAnswer', 'askOpening', 'confirmOpening', 'refuseOpening', 'readOpened'].map((word) => `casework.${word}`).sort()
  for (const role of ['townLeader', 'countyLeader'] as const) expect(changes(role).sort()).toEqual(supervising)
})
