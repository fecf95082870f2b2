import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ulid } from 'ulid'
import { contracts, type OperationName } from '@xiangli/shared/catalog/contracts'
import { anonymousOperations, isForPeople, operationsOfRole, roleNames, villagerOperations, type RoleName } from '@xiangli/shared/core/roles'
import { aTown, type Town } from '@xiangli/server/testing'
import { execute } from '../../server/src/core/execute'
import { addHouseholds } from '../../server/src/modules/registry'
import { database } from '../../server/src/core/database'
import { regionById } from '../../server/src/modules/region'
import { appointmentAt, personWith } from './actors'
import { aimedOperations, keep, probe, type Records, type Verdict } from './probes'

let town: Town
let here: Records
let there: Records

const TABLE = join(process.cwd(), 'tests/permissions/expected.json')

const recordsAt = async (spot: 'here' | 'there'): Promise<Records> => {
  const { gridId, point, villageId } = town[spot]
  const villager = { ...personWith(town, []), villageId }
  const caseId = ulid()
  await execute({ operation: 'casework.submit', input: { caseId, words: '路灯不亮', category: 'road', place: { point } }, actor: villager, trace: 'permission-probe' })
  const [name, idNumber] = spot === 'here' ? ['李四', '620821199001011232'] : ['张三', '620821198501012230']
  const member = { name, sex: 'male' as const, birthYear: 1990, idNumber, relation: '02' }
  await town.inCounty(() => addHouseholds([{ number: spot, villageId, regionPath: regionById(gridId)!.path, members: [member] }]))
  const resident = await database().collection<{ _id: string; name: string }>('persons').findOne({ name })
  const records = { caseId, residentId: resident!._id, regionId: gridId, villageId, unitId: `committee-${villageId}`, townUnitId: `township-${town[spot].townId}` }
  await keep(records)
  return records
}

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  here = await town.inCounty(() => recordsAt('here'))
  there = await town.inCounty(() => recordsAt('there'))
}, 60_000)
afterAll(() => town?.stop())

const staffOperations = (Object.keys(contracts) as OperationName[]).filter(
  (name) => isForPeople(name) && !anonymousOperations.has(name) && !villagerOperations.has(name),
)

test('each role reaches at home, and elsewhere, exactly what the reviewed table says', async () => {
  const actual: Record<string, Record<string, string>> = {}
  for (const role of roleNames) {
    const actor = await town.inCounty(async () => personWith(town, [appointmentAt(town, role, 'here')]))
    actual[role] = {}
    for (const operation of aimedOperations) {
      const own = await probe(actor, operation, here)
      const other = await probe(actor, operation, there)
      actual[role][operation] = own === other ? own : `${own} / ${other}`
    }
  }
  if (process.env.UPDATE_PERMISSIONS) writeFileSync(TABLE, `${JSON.stringify(actual, null, 1)}\n`)
  expect(actual).toEqual(JSON.parse(readFileSync(TABLE, 'utf8')))
}, 60_000)

test('no village or town role reaches anything aimed at the neighbour', () => {
  const table = JSON.parse(readFileSync(TABLE, 'utf8')) as Record<RoleName, Record<string, string>>
  const countyWide: RoleName[] = ['departmentStaff', 'departmentLeader', 'countyDispatcher', 'countyLeader']
  const leaks = roleNames
    .filter((role) => !countyWide.includes(role))
    .flatMap((role) => Object.entries(table[role]).filter(([, verdict]) => verdict === 'reached').map(([operation]) => `${role} ${operation}`))
  expect(leaks).toEqual([])
})

test('with appointments in two places nobody uses the operation of one in the region of the other', async () => {
  const wrong: string[] = []
  const alone = await verdictsAlone()
  for (const [first, second] of roleNames.flatMap((role) => roleNames.map((other) => [role, other] as const))) {
    const actor = await town.inCounty(async () => personWith(town, [appointmentAt(town, first, 'here'), appointmentAt(town, second, 'there')]))
    for (const [operation, at] of everyProbe()) {
      const together = await probe(actor, operation, at === 'here' ? here : there)
      const separate = [alone.get(`${first} here ${operation} ${at}`), alone.get(`${second} there ${operation} ${at}`)]
      if ((together === 'reached') !== separate.includes('reached')) wrong.push(`${first}+${second} ${operation} ${at}`)
    }
  }
  expect(wrong).toEqual([])
}, 120_000)

type Spot = 'here' | 'there'
const everyProbe = (): [OperationName, Spot][] => aimedOperations.flatMap((operation): [OperationName, Spot][] => [[operation, 'here'], [operation, 'there']])

/** What each role reaches by one appointment only. */
const verdictsAlone = async (): Promise<Map<string, Verdict>> => {
  const verdicts = new Map<string, Verdict>()
  for (const role of roleNames) {
    for (const spot of ['here', 'there'] as const) {
      const actor = await town.inCounty(async () => personWith(town, [appointmentAt(town, role, spot)]))
      for (const [operation, at] of everyProbe()) verdicts.set(`${role} ${spot} ${operation} ${at}`, await probe(actor, operation, at === 'here' ? here : there))
    }
  }
  return verdicts
}

test('villagers are refused every staff operation, strangers are asked to sign in', async () => {
  const villager = personWith(town, [])
  for (const operation of staffOperations) {
    await expect(execute({ operation, input: {}, actor: villager, trace: 'permission-probe' })).rejects.toMatchObject({ code: 'core.forbidden' })
    const nobody = { kind: 'anonymous', id: 'anonymous', county: town.county } as const
    await expect(execute({ operation, input: {}, actor: nobody, trace: 'permission-probe' })).rejects.toMatchObject({ code: 'core.unauthenticated' })
  }
  expect(staffOperations.length).toBeGreaterThan(15)
})

test('every operation is in somebody’s hands, and no machine’s in a person’s', () => {
  const orphan = (Object.keys(contracts) as OperationName[]).filter((name) => !isForPeople(name))
  expect(orphan.sort()).toEqual(['casework.applyHanded', 'casework.callBackup', 'casework.closeUnrated', 'casework.endPause', 'casework.escalate', 'casework.followSettings', 'casework.openCallBack', 'casework.raiseArbitration', 'casework.raiseTriage', 'casework.rebind', 'casework.recount', 'casework.reopenFromOutside', 'casework.sendUnsigned', 'casework.tellLate', 'casework.warn', 'duty.extendPlan', 'file.sweep', 'handover.ring', 'hotline.enqueue', 'hotline.reconcileDay', 'hotline.settleMessage', 'hotline.takeCallBack', 'hotline.takeOrder', 'identity.sweepSessions', 'notice.deliver'])
  for (const role of roleNames) for (const name of operationsOfRole(role)) expect(name in contracts).toBe(true)
})

test('what a county withholds is gone from everyone who held it', async () => {
  const actor = await town.inCounty(async () => personWith(town, [appointmentAt(town, 'gridMember', 'here')]))
  expect(await probe(actor, 'casework.getCase', here)).toBe('reached')
  expect(await probe({ ...actor, withheld: ['casework.getCase'] }, 'casework.getCase', here)).toBe('never')
})
