import { roleLabel } from '@xiangli/shared/core/roles'
import { now as clock } from '../../core/clock'
import { Appointments, inForce } from './account.model'

const KEPT_MS = 60_000
const kept = new Map<string, { title: string | undefined; until: number }>()

/** A person's title (网格员) by account id, from their longest appointment; absent for villagers. */
export const titlesOf = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const now = Date.now()
  const wanted = [...new Set(ids)]
  const missing = wanted.filter((id) => (kept.get(id)?.until ?? 0) < now)
  if (missing.length > 0) {
    if (kept.size > 20_000) kept.clear()
    const held = await Appointments.list({ accountId: { $in: missing }, ...inForce(clock()) }, { sort: { from: 1 }, limit: 500 })
    for (const id of missing) {
      const first = held.find(({ accountId }) => accountId === id)
      kept.set(id, { title: first ? roleLabel(first.role) : undefined, until: now + KEPT_MS })
    }
  }
  return new Map(wanted.flatMap((id) => (kept.get(id)?.title ? [[id, kept.get(id)!.title!] as const] : [])))
}
