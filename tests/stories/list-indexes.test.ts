import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Document } from 'mongodb'
import { ulid } from 'ulid'
import type { PersonActor } from '@xiangli/shared/core/actor'
import type { RoleName } from '@xiangli/shared/core/roles'
import { CASE_STATES, isOpen, type CaseState } from '@xiangli/shared/casework/states'
import { AWAITED } from '@xiangli/shared/casework/supervision'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { aTown, type Town } from '@xiangli/server/testing'
import { execute } from '../../server/src/core/execute'
import type { Context } from '../../server/src/core/operation'
import { orderIn } from '../../server/src/core/cursor'
import { buildSubmitted, caseFilter, Cases, chargeFor, locateCase, type CaseDoc } from '../../server/src/modules/casework'
import { turnedAwayFilter, waitingFilter } from '../../server/src/modules/casework/triage/list-triage'
import { supervisionFilter } from '../../server/src/modules/casework/supervision-filter'
import { SUPERVISION_ENDS, Supervisions, type SupervisionDoc } from '../../server/src/modules/casework/supervision.model'
import { appointmentAt, personWith } from '../permissions/actors'

const CASES = 4_000
const PAGE = 20
const HOUR = 3_600_000
const CODE = ulid()
const NOW = new Date('2026-11-21T08:00:00Z')

let town: Town
const members: Record<string, PersonActor> = {}

/** A case of any age, category and state, as the engine would have left it. */
const aCase = async (at: number): Promise<CaseDoc> => {
  const spot = at % 3 === 0 ? town.there : town.here
  const receivedAt = new Date(NOW.getTime() - (at % 240) * HOUR - at)
  const located = locateCase(at % 5 === 0 ? { villageId: spot.villageId } : { point: spot.point })
  const charge = await chargeFor(located, receivedAt)
  const category = complaint.categories[at % complaint.categories.length]!.code
  const origin = { serial: `测26-${at}`, requesterId: ulid(), requesterName: '李**', words: '路灯不亮', photoFileIds: [], receivedAt }
  const { record } = buildSubmitted({ id: ulid(receivedAt.getTime()), county: town.county, type: complaint, category, located, charge, origin })
  const state: CaseState = at % 4 === 0 ? CASE_STATES[at % CASE_STATES.length]! : 'closed'
  const isRunning = isOpen(state) && state !== 'answered'
  return { ...record, state, ...(isRunning ? {} : { redAt: null, yellowAt: null }), ...(isOpen(state) ? {} : { closedAt: NOW }) }
}

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  await town.inCounty(async () => {
    const roles: RoleName[] = ['gridMember', 'villageSecretary', 'townDispatcher', 'departmentStaff', 'countyLeader']
    for (const role of roles) members[role] = personWith(town, [appointmentAt(town, role, 'here')])
    members.twoPlaces = personWith(town, [appointmentAt(town, 'villageSecretary', 'here'), appointmentAt(town, 'gridMember', 'there')])
    const records: CaseDoc[] = []
    for (let at = 0; at < CASES; at += 1) records.push(await aCase(at))
    await Cases.addMany(records)
    await Cases.addMany(await Promise.all(Array.from({ length: 900 }, (_, at) => aReport(at))))
    await Supervisions.addMany(Array.from({ length: 1_500 }, (_, at) => aForm(at)))
  })
}, 60_000)
afterAll(() => town?.stop())

/** A report nobody has looked at, or one that was turned away; some hundred of them by one place code, taken in. */
const aReport = async (at: number): Promise<CaseDoc> => {
  const record = await aCase(at * 4 + 1)
  const receivedAt = new Date(NOW.getTime() - at * HOUR)
  if (at % 3 === 0) return { ...record, _id: ulid(), serial: `码26-${at}`, receivedAt, placeCodeId: CODE }
  const { townId } = at % 2 === 0 ? town.there : town.here
  const triage = { deskId: `township-${townId}`, raisedAt: null, turnedAwayAt: at % 3 === 1 ? null : NOW }
  return {
    ...record, _id: ulid(), serial: `核26-${at}`, receivedAt, triage, scopeKeys: [`triage:${town.county}`, `triage:${townId}`],
    ...(triage.turnedAwayAt ? { state: 'declined', redAt: null } : { state: 'pending', redAt: new Date(receivedAt.getTime() + 2 * HOUR) }),
  }
}

/** So many forms of any age and stage, in both villages. */
const aForm = (at: number): SupervisionDoc => {
  const { villageId, townId } = at % 3 === 0 ? town.there : town.here
  const since = new Date(NOW.getTime() - at * HOUR)
  return {
    _id: ulid(since.getTime()), county: town.county, caseId: ulid(), kind: 'overdue', level: 1, since, isTop: false,
    unitId: at % 2 === 0 ? `committee-${villageId}` : `township-${townId}`,
    awaits: AWAITED[at % AWAITED.length]!, due: new Date(since.getTime() + 20 * HOUR),
    scopeKeys: [town.county, townId, villageId],
    ended: at % 4 === 0 ? null : SUPERVISION_ENDS[at % SUPERVISION_ENDS.length]!, endedAt: null,
  }
}

const asked = {
  'all that runs': {},
  red: { colour: 'red' },
  yellow: { colour: 'yellow' },
  green: { colour: 'green' },
  'waiting for a rating': { colour: 'paused' },
  'not yet accepted': { states: ['pending'] },
  closed: { states: ['closed'] },
  everything: { states: [...CASE_STATES] },
  'at a risk level': { risk: 'attention' },
  'at a risk level, red': { risk: 'attention', colour: 'red' },
} as const

const stagesOf = (plan: unknown): string[] => {
  if (Array.isArray(plan)) return plan.flatMap(stagesOf)
  if (typeof plan !== 'object' || plan === null) return []
  const { stage, ...rest } = plan as Document
  return [...(typeof stage === 'string' ? [stage] : []), ...Object.values(rest).flatMap(stagesOf)]
}

const explain = (actor: PersonActor, input: object, sort: 'due' | 'newest'): Promise<Document> => {
  const ctx: Context = { operation: 'casework.listCases', actor, county: town.county, now: NOW, trace: 'explain', scopeApplied: false }
  return town.inCounty(() => {
    const filter = caseFilter(ctx, { mine: false, ...input }, sort === 'due')
    const order = orderIn(filter as Parameters<typeof orderIn>[0], sort === 'due' ? { by: 'redAt', direction: 1 } : { by: 'receivedAt', direction: -1 })
    // Of few the planner would rather sort in memory; the list names its index for the day there are many.
    const hint = 'risk' in input ? { hint: sort === 'due' ? 'case_due' : 'case_newest' } : {}
    return Cases.explain(filter, { sort: order, limit: PAGE + 1, ...hint })
  })
}

test.each(['gridMember', 'villageSecretary', 'townDispatcher', 'departmentStaff', 'countyLeader', 'twoPlaces'])(
  'each list of a %s walks an index in order and examines at most three times the page',
  async (who) => {
    const wrong: string[] = []
    for (const [name, input] of Object.entries(asked)) {
      for (const sort of ['due', 'newest'] as const) {
        // By due time only what runs has one; colours are asked in that order.
        if (sort === 'newest' && 'colour' in input) continue
        const { executionStats, queryPlanner } = await explain(members[who]!, input, sort)
        const stages = stagesOf(queryPlanner.winningPlan)
        const { totalKeysExamined: keys, totalDocsExamined: docs } = executionStats as { totalKeysExamined: number; totalDocsExamined: number }
        if (stages.includes('COLLSCAN') || stages.includes('SORT')) wrong.push(`${name} ${sort}: ${stages.join(' ')}`)
        if (keys > PAGE * 3 || docs > PAGE * 3) wrong.push(`${name} ${sort}: ${keys} keys, ${docs} documents`)
      }
    }
    expect(wrong).toEqual([])
  },
)

test.each([['green', 2], ['yellow', 1]] as const)('what is mine and %s, of %d grades, comes page by page in the order of its limits, each case once', async (colour, grades) => {
  const actor = members.villageSecretary!
  const ctx: Context = { operation: 'casework.listCases', actor, county: town.county, now: NOW, trace: 'mine', scopeApplied: false }
  const whole = await town.inCounty(() => Cases.list(caseFilter(ctx, { mine: true, colour }, true), { sort: { redAt: 1, _id: 1 } }))
  town.at(NOW)
  const seen: string[] = []
  for (let cursor: string | undefined, more = true; more; ) {
    const { output } = await execute({ operation: 'casework.listCases', input: { mine: true, colour, limit: 7, cursor }, actor, trace: 'mine' })
    const { items, next } = output as { items: { id: string }[]; next?: string }
    seen.push(...items.map(({ id }) => id))
    cursor = next
    more = next !== undefined
  }
  town.at(null)
  expect(whole.length).toBeGreaterThan(10)
  expect(new Set(whole.map(({ grade }) => grade)).size).toBe(grades)
  expect(seen).toEqual(whole.map(({ _id }) => _id))
})

test.each(['villageSecretary', 'townDispatcher', 'countyLeader'])('each list of supervisions of a %s walks an index in order and examines at most three times the page', async (who) => {
  const ctx = (): Context => ({ operation: 'casework.listSupervisions', actor: members[who]!, county: town.county, now: NOW, trace: 'explain', scopeApplied: false })
  const wrong: string[] = []
  const lists = [{ show: 'open', mine: false }, { show: 'open', mine: true }, { show: 'open', mine: false, awaits: 'signature' }, { show: 'open', mine: true, awaits: 'feedback' }, { show: 'ended', mine: false }, { show: 'ended', mine: true }] as const
  for (const list of lists) {
    const { executionStats, queryPlanner } = await town.inCounty(() =>
      Supervisions.explain(supervisionFilter(ctx(), list), { sort: { due: list.show === 'open' ? 1 : -1, _id: list.show === 'open' ? 1 : -1 }, limit: PAGE + 1, hint: list.mine ? 'supervision_owed' : 'supervision_awaited' }))
    const stages = stagesOf(queryPlanner.winningPlan)
    const { totalKeysExamined: keys } = executionStats as { totalKeysExamined: number }
    if (stages.includes('COLLSCAN') || stages.includes('SORT') || keys > PAGE * 3) wrong.push(`${JSON.stringify(list)}: ${keys} keys, ${stages.join(' ')}`)
  }
  expect(wrong).toEqual([])
})

test.each(['townDispatcher', 'countyDispatcher'])('the reports a %s looks at, and those of one place code, walk an index in order and examine at most three times the page', async (who) => {
  const actor = personWith(town, [await town.inCounty(async () => appointmentAt(town, who as RoleName, 'here'))])
  const ctx = (operation: Context['operation']): Context => ({ operation, actor, county: town.county, now: NOW, trace: 'explain', scopeApplied: false })
  const byDue = { redAt: 1, _id: 1 } as const
  const byNewest = { receivedAt: -1, _id: -1 } as const
  const lists = await town.inCounty(async () => ({
    waiting: await Cases.explain(waitingFilter(ctx('casework.listTriage')), { sort: byDue, limit: PAGE + 1, hint: 'case_due' }),
    turnedAway: await Cases.explain(turnedAwayFilter(ctx('casework.listTriage')), { sort: byNewest, limit: PAGE + 1, hint: 'case_newest' }),
    ofOneCode: await Cases.explain(caseFilter(ctx('casework.listCases'), { mine: false, placeCodeId: CODE }, false), { sort: byNewest, limit: PAGE + 1, hint: 'case_place_code' }),
  }))
  const found = Object.entries(lists).map(([name, { executionStats, queryPlanner }]) => {
    const stages = stagesOf((queryPlanner as Document).winningPlan)
    const { totalKeysExamined: keys, totalDocsExamined: docs, nReturned } = executionStats as Record<string, number>
    return { name, isOrdered: !stages.includes('COLLSCAN') && !stages.includes('SORT'), isBounded: keys! <= PAGE * 3 && docs! <= PAGE * 3, nReturned }
  })
  expect(found).toEqual(['waiting', 'turnedAway', 'ofOneCode'].map((name) => ({ name, isOrdered: true, isBounded: true, nReturned: PAGE + 1 })))
})
