import { Accounts } from './account.model'

const KEPT_MS = 60_000
const MAX_KEPT = 20_000
const kept = new Map<string, { name: string; until: number }>()

/** Names by account id; remembered for a minute, because every list shows the same few handlers. */
export const namesOf = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const now = Date.now()
  const missing = [...new Set(ids)].filter((id) => (kept.get(id)?.until ?? 0) < now)
  if (kept.size > MAX_KEPT) kept.clear()
  if (missing.length > 0) {
    const found = await Accounts.list({ _id: { $in: missing } }, { projection: { name: 1 } })
    for (const { _id, name } of found) kept.set(_id, { name, until: now + KEPT_MS })
  }
  return new Map([...new Set(ids)].flatMap((id) => (kept.has(id) ? [[id, kept.get(id)!.name] as const] : [])))
}

export const forgetName = (id: string): void => {
  kept.delete(id)
}
