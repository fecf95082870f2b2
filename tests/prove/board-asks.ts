import type { Document } from 'mongodb'
import type { PersonActor } from '@xiangli/shared/core/actor'
import type { RoleName } from '@xiangli/shared/core/roles'
import type { Town } from '@xiangli/server/testing'
import { execute } from '../../server/src/core/execute'
import type { Context } from '../../server/src/core/operation'
import { caseFilter, Cases } from '../../server/src/modules/casework'
import { appointmentAt, personWith } from '../permissions/actors'
import { fillOpenCases } from './open-cases'

export interface Painted {
  /** From asking to all three answers, the board counted afresh. */
  coldMs: number
  warmMs: number
  rows: number
  /** The most keys one cell of the board examined. */
  mostKeys: number
  isScan: boolean
}

const paint = async (actor: PersonActor, by: 'place' | 'unit'): Promise<{ ms: number; rows: number; regions: string[] }> => {
  const began = performance.now()
  const ask = <N extends 'casework.countBoard' | 'casework.listCases'>(operation: N, input: object) => execute({ operation, input, actor, trace: 'board' })
  const [board] = await Promise.all([
    ask('casework.countBoard', { by }),
    ask('casework.listCases', { states: ['pending'], limit: 40 }),
    ask('casework.listCases', { states: ['accepted', 'handling'], limit: 40 }),
  ])
  const { rows } = board.output as { rows: { regionId: string }[] }
  return { ms: performance.now() - began, rows: rows.length, regions: rows.map(({ regionId }) => regionId) }
}

const cells = [{ colour: 'red' }, { colour: 'yellow' }, { colour: 'green' }, { states: ['pending'] }] as const

const keysOf = async (town: Town, actor: PersonActor, regions: readonly string[]) => {
  const ctx: Context = { operation: 'casework.countBoard', actor, county: town.county, now: new Date(), trace: 'explain', scopeApplied: false }
  const plans: Document[] = []
  for (const regionId of regions) {
    for (const cell of cells) plans.push(await Cases.explain(caseFilter(ctx, { mine: false, regionId, ...cell, states: 'states' in cell ? [...cell.states] : undefined }, true), { limit: 1_001, hint: 'case_due' }))
  }
  return {
    mostKeys: Math.max(...plans.map(({ executionStats }) => (executionStats as { totalKeysExamined: number }).totalKeysExamined)),
    isScan: plans.some((plan) => JSON.stringify(plan.queryPlanner).includes('COLLSCAN')),
  }
}

/** The room as it opens for a role, while so many cases lie open. */
export const paintRooms = async (town: Town, open: number): Promise<Record<string, Painted>> => {
  await fillOpenCases(town, open)
  const painted: Record<string, Painted> = {}
  for (const role of ['townDispatcher', 'countyDispatcher'] satisfies RoleName[]) {
    const actor = personWith(town, [appointmentAt(town, role, 'here')])
    for (const by of ['place', 'unit'] as const) {
      const cold = await paint(actor, by)
      const warm = await paint(actor, by)
      painted[`${role} by ${by}`] = { coldMs: Math.round(cold.ms), warmMs: Math.round(warm.ms), rows: cold.rows, ...(await keysOf(town, actor, [...new Set(cold.regions)])) }
    }
  }
  return painted
}
