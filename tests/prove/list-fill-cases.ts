import { riskKey } from '@xiangli/shared/casework/risk'
import { DAY } from '@xiangli/shared/core/time'
import { arbiterKey, calledKey, lateKey, signingKey } from '../../server/src/modules/casework/routing'
import { triageKey } from '../../server/src/modules/casework/parties'
import { ownerIndexOf } from '../../server/src/modules/casework/sealed/derive'
import { departmentUnit, unitOfRegion } from '../../server/src/modules/region'
import { caseFor, fill, idAt, someTime, type Filling, type Row } from './list-fill'

const OF_EACH = 6_000
const CHILDREN = 3_000
/** As many as one person is shown of (`reports.ts`). */
const SEALED = 300

let serial = 0

/** A case like another, of another day; it owes nobody anything. */
const another = (filling: Filling, change: Partial<Row> = {}): Row => {
  const { receiptHash: _, ...like } = caseFor(filling)
  const receivedAt = someTime(filling)
  serial += 1
  return { ...like, receivedAt, serial: `列26-${serial}`, nextAt: null, ...change, _id: idAt(receivedAt) }
}

/** In somebody's hands, due within days or overdue by days. */
const running = ({ now, dice }: Filling) => ({ state: dice.pick(['pending', 'accepted', 'handling']), closedAt: null, redAt: new Date(now.getTime() + dice.between(-20 * DAY, 5 * DAY)) })
/** Nobody's handler: what a person has in hand is not thousands. */
const readersOf = ({ scopeKeys }: Row): string[] => (scopeKeys as string[]).filter((key) => !key.includes(':'))

const inTriage = (filling: Filling): Row => {
  const { town, dice, now } = filling
  const record = another(filling)
  const { townId } = dice.chance(0.5) ? town.here : town.there
  const isWaiting = dice.chance(0.5)
  const triage = { deskId: unitOfRegion(townId).id, raisedAt: null, turnedAwayAt: isWaiting ? null : now }
  return { ...record, triage, scopeKeys: [town.county, townId].map(triageKey), ...(isWaiting ? { ...running(filling), state: 'pending' } : { state: 'declined', redAt: null }) }
}

const atRisk = (filling: Filling): Row => {
  const level = filling.dice.chance(0.9) ? 'attention' : 'major'
  const record = another(filling, filling.dice.chance(0.5) ? running(filling) : {})
  const risk = { level, isProposed: true, at: filling.now }
  return { ...record, risk, scopeKeys: [...readersOf(record), ...readersOf(record).map((key) => riskKey(level, key))] }
}

/** Waiting for one of the units here in each of the queues at once. */
const inQueues = (filling: Filling): Row => {
  const { town: { here, county }, dice } = filling
  const record = another(filling, running(filling))
  const department = departmentUnit('transport')!.id
  // What waits for a village is a few; a grid member reads it by their grid. A tenth of the others' lies in it, too.
  const isOfVillage = dice.chance(0.005)
  const unitId = isOfVillage ? unitOfRegion(here.villageId).id : dice.pick([unitOfRegion(here.townId).id, unitOfRegion(county).id, department])
  const keys = [county, here.townId, ...(isOfVillage || dice.chance(0.1) ? [here.villageId] : [])]
  const queues = [arbiterKey(unitId), calledKey(unitId), signingKey(unitId), ...keys.map(lateKey), ...keys.map((key) => lateKey(`${department}@${key}`))]
  return { ...record, scopeKeys: [...new Set([...keys, ...keys.map((key) => `${department}@${key}`), ...queues])] }
}

const ownSealed = async (filling: Filling, accountId: string): Promise<void> => {
  const records = Array.from({ length: SEALED }, () => another(filling, { requesterId: 'p_of-this-case' }))
  await fill('cases', SEALED, (at) => records[at]!)
  const report = ({ _id, county, receivedAt }: Row): Row => ({ _id, county, receivedAt, who: 'sealed', isCaller: false, ownerIndex: ownerIndexOf(accountId), codeHash: _id })
  await fill('sealed_reports', SEALED, (at) => report(records[at]!))
}

interface Named {
  codeId: string
  parentId: string
  requesterId: string
}

/** What the county's years of cases hold too few of to tell a walk of an index from a look at everything. */
export const fillCases = async (filling: Filling, { codeId, parentId, requesterId }: Named): Promise<void> => {
  await fill('cases', 2 * OF_EACH, () => inTriage(filling))
  await fill('cases', OF_EACH, () => atRisk(filling))
  await fill('cases', OF_EACH, () => inQueues(filling))
  await fill('cases', OF_EACH, () => another(filling, { placeCodeId: codeId }))
  await fill('cases', CHILDREN, () => another(filling, { state: 'merged', merged: { intoId: parentId, at: filling.now }, redAt: null }))
  await fill('cases', CHILDREN, () => another(filling, { channel: 'helper', filedById: requesterId }))
  await ownSealed(filling, requesterId)
}
