import { ulid } from 'ulid'
import type { OperationName } from '@xiangli/shared/catalog/contracts'
import { operationsOfRole, roleNames, type RoleName } from '@xiangli/shared/core/roles'
import type { Point } from '@xiangli/shared/core/fields'
import type { Town } from '@xiangli/server/testing'
import type { Spot } from '../../server/src/testing/town'
import { execute } from '../../server/src/core/execute'
import { database } from '../../server/src/core/database'
import { regionById } from '../../server/src/modules/region'
import { addHouseholds } from '../../server/src/modules/registry'
import { createRandom } from '../../server/src/seed/region/random'
import { appointmentAt, personWith } from '../permissions/actors'
import { aimedOperations, keep, probe, type Records, type Verdict } from '../permissions/probes'
import { inTown, type Proof } from './in-town'

const PAIRS = 12
const TRACE = 'rights-proof'

type Side = 'here' | 'there'
const SIDES: readonly Side[] = ['here', 'there']

interface Pair {
  town: Town
  records: Record<Side, Records>
  marks: Record<Side, string>
}

const spotOf = (villageId: string): Spot => {
  const gridId = `g${villageId.slice(1)}001`
  return { gridId, villageId, townId: regionById(villageId)!.parentId!, point: regionById(gridId)!.centre as unknown as Point }
}

/** A case and a household in the village, each with a mark that stands nowhere else. */
const settle = async (town: Town, { spot, mark }: { spot: Spot; mark: string }): Promise<Records> => {
  const caseId = ulid()
  const input = { caseId, words: mark, category: 'road', place: { point: spot.point } }
  await execute({ operation: 'casework.submit', input, actor: { ...personWith(town, []), villageId: spot.villageId }, trace: TRACE })
  const idNumber = `proof-${mark}`
  const member = { name: mark, sex: 'male' as const, birthYear: 1990, idNumber, relation: '02' }
  await addHouseholds([{ number: mark, villageId: spot.villageId, regionPath: regionById(spot.gridId)!.path, members: [member] }])
  const resident = await database().collection<{ _id: string }>('persons').findOne({ name: mark })
  const records = { caseId, villageId: spot.villageId, residentId: resident!._id, regionId: spot.gridId, unitId: `committee-${spot.villageId}`, townUnitId: `township-${spot.townId}` }
  await keep(records)
  return records
}

const pairOf = async (town: Town, [a, b]: readonly [string, string]): Promise<Pair> => {
  const marks = { here: `记号${ulid().slice(-8)}`, there: `记号${ulid().slice(-8)}` }
  const placed = { ...town, here: spotOf(a), there: spotOf(b) }
  const records = { here: await settle(placed, { spot: placed.here, mark: marks.here }), there: await settle(placed, { spot: placed.there, mark: marks.there }) }
  return { town: placed, records, marks }
}

const villagePairs = async (): Promise<[string, string][]> => {
  const villages = (await database().collection<{ regionId: string }>('divisions').find({ level: 'village' }).toArray()).map(({ regionId }) => regionId).sort()
  const random = createRandom(20261122)
  const pick = (): string => villages[Math.floor(random() * villages.length)]!
  // Half of them next door to each other, in one town; the others anywhere.
  return Array.from({ length: PAIRS }, (_, at): [string, string] => {
    const first = pick()
    const next = villages[villages.indexOf(first) + 1] ?? villages[villages.indexOf(first) - 1]!
    const other = at % 2 === 0 ? next : pick()
    return [first, other === first ? next : other]
  })
}

const verdictsAlone = async ({ town, records }: Pair): Promise<Map<string, Verdict>> => {
  const verdicts = new Map<string, Verdict>()
  for (const [role, held] of roleNames.flatMap((name) => SIDES.map((side) => [name, side] as const))) {
    const actor = personWith(town, [appointmentAt(town, role, held)])
    for (const operation of aimedOperations) {
      for (const side of SIDES) verdicts.set([role, held, operation, side].join(), await probe(actor, operation, records[side]))
    }
  }
  return verdicts
}

/** Two appointments together reach exactly what either reaches alone. */
const addedUp = async (pair: Pair): Promise<{ probes: number; wrong: string[] }> => {
  const alone = await verdictsAlone(pair)
  const wrong: string[] = []
  let probes = alone.size
  for (const [first, second] of roleNames.flatMap((role) => roleNames.map((other) => [role, other] as const))) {
    const actor = personWith(pair.town, [appointmentAt(pair.town, first, 'here'), appointmentAt(pair.town, second, 'there')])
    for (const [operation, side] of aimedOperations.flatMap((name) => SIDES.map((each) => [name, each] as const))) {
      const together = await probe(actor, operation, pair.records[side])
      const separate = [alone.get([first, 'here', operation, side].join()), alone.get([second, 'there', operation, side].join())]
      if ((together === 'reached') !== separate.includes('reached')) wrong.push(`${first}+${second} ${operation} ${side}`)
      probes += 1
    }
  }
  return { probes, wrong }
}

const BOX = { west: 100, south: 30, east: 115, north: 40 }
const LISTS: Partial<Record<OperationName, (pair: Pair) => object[]>> = {
  'casework.listCases': ({ town }) => [{}, { sort: 'newest' }, { regionId: town.there.villageId }, { mine: true }],
  'casework.listOnMap': ({ town }) => [BOX, { ...BOX, regionId: town.there.villageId }],
  'registry.listResidents': ({ town, marks }) => [{}, { regionId: town.there.villageId }, { words: marks.there }, { words: '记号' }],
  'registry.listHouseholds': ({ town }) => [{}, { regionId: town.there.villageId }],
  'journal.listEntries': ({ records }) => [{ operation: 'casework.submit' }, { targetId: records.there.caseId }],
}

const VILLAGE_ROLES: readonly RoleName[] = ['gridMember', 'gridLeader', 'villageSecretary', 'informationOfficer', 'supervisor']

/** What the staff of one village find of the other's on any list. */
const leaked = async (pair: Pair): Promise<{ lists: number; leaks: string[] }> => {
  const leaks: string[] = []
  let lists = 0
  for (const role of VILLAGE_ROLES) {
    const actor = personWith(pair.town, [appointmentAt(pair.town, role, 'here')])
    const asked = (Object.keys(LISTS) as OperationName[]).filter((name) => operationsOfRole(role).has(name))
    for (const [operation, input] of asked.flatMap((name) => LISTS[name]!(pair).map((each) => [name, each] as const))) {
      const answer = await execute({ operation, input, actor, trace: TRACE }).then(({ output }) => JSON.stringify(output), (error: { code: string }) => error.code)
      if (answer.includes(pair.marks.there) || answer.includes(pair.records.there.caseId)) leaks.push(`${role} ${operation}`)
      lists += 1
    }
  }
  return { lists, leaks }
}

/** All pairs of roles in pairs of villages over the whole county. */
export const prove = (): Promise<Proof> =>
  inTown({ dispatches: false }, (town) =>
    town.inCounty(async () => {
      const sums = { probes: 0, lists: 0 }
      const faults: string[] = []
      for (const villages of await villagePairs()) {
        const pair = await pairOf(town, villages)
        const { probes, wrong } = await addedUp(pair)
        const { lists, leaks } = await leaked(pair)
        sums.probes += probes
        sums.lists += lists
        faults.push(...wrong, ...leaks)
      }
      const figures = {
        'pairs of villages': PAIRS,
        'pairs of roles in each': roleNames.length ** 2,
        'requests aimed at a record': sums.probes,
        'lists read from next door': sums.lists,
        'rights that added up, or records that showed': faults.length,
        ...(faults.length > 0 ? { first: faults.slice(0, 5).join('; ') } : {}),
      }
      return { title: 'With appointments in two places nobody uses the operation of one in the region of the other', figures, ok: faults.length === 0 }
    }),
  )
