import { ulid } from 'ulid'
import type { Actor } from '@xiangli/shared/core/actor'
import type { Town } from '@xiangli/server/testing'
import { execute } from '../../server/src/core/execute'
import { regionById } from '../../server/src/modules/region'
import { appointmentAt, personWith } from '../permissions/actors'
import { draftIn, fillOpenCases } from './open-cases'
import { profiled, startProfile, stopProfile } from './list-profile'

export interface Asked {
  ms: number
  keys: number
  docs: number
  found: number
  isScan: boolean
}

const ask = async (operation: string, { input, actor }: { input: object; actor: Actor }): Promise<Asked> => {
  const { answer, ms, reading } = await profiled({ collection: 'open_places' }, () => execute({ operation, input, actor, trace: ulid() }))
  const { keys, docs, isScan } = reading
  return { ms, keys, docs, isScan, found: (answer.output as { items: unknown[] }).items.length }
}

const quantile = (asked: readonly Asked[], share: number): number => {
  const sorted = asked.map(({ ms }) => ms).sort((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
}

export const p95 = (asked: readonly Asked[]): number => quantile(asked, 0.95)

export const figuresOf = (who: string, asked: readonly Asked[]): Record<string, string | number> => {
  const most = (of: (one: Asked) => number): number => Math.max(...asked.map(of))
  return {
    [`${who}: asked, answered with something`]: `${asked.length}, ${asked.filter(({ found }) => found > 0).length}`,
    [`${who}: p50, p95, slowest ms`]: `${quantile(asked, 0.5)}, ${p95(asked)}, ${quantile(asked, 1)}`,
    [`${who}: keys and documents of places examined, median`]: `${median(asked.map(({ keys }) => keys))}, ${median(asked.map(({ docs }) => docs))}`,
    [`${who}: keys and documents of places examined, most`]: `${most(({ keys }) => keys)}, ${most(({ docs }) => docs)}`,
  }
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const WARM_UP = 20

/** Villagers with a draft where people live, sorted and not; staff of the county, who see all, on a case. */
export const askOverOpenCases = async (town: Town, { open, times }: { open: number; times: number }): Promise<{ villager: Asked[]; staff: Asked[] }> => {
  const { centres, dice, ids } = await fillOpenCases(town, open)
  const villager = personWith(town, [])
  const clerk = personWith(town, [appointmentAt(town, 'countyDispatcher', 'here')])
  const villageId = regionById(town.here.villageId)?.id
  const draft = (): Promise<Asked> => {
    const { point, category, words } = draftIn(dice, centres)
    return ask('casework.findSimilar', { actor: villager, input: { point, words, villageId, ...(dice.chance(0.5) ? { category } : {}) } })
  }
  const look = (): Promise<Asked> => ask('casework.listSimilar', { actor: clerk, input: { caseId: dice.pick(ids) } })
  await startProfile(['open_places'])
  try {
    for (let at = 0; at < WARM_UP; at += 1) {
      await draft()
      await look()
    }
    const asked: { villager: Asked[]; staff: Asked[] } = { villager: [], staff: [] }
    for (let at = 0; at < times; at += 1) {
      asked.villager.push(await draft())
      asked.staff.push(await look())
    }
    return asked
  } finally {
    await stopProfile()
  }
}
