import type { Filter } from 'mongodb'
import { Cases, type CaseDoc } from './case.model'

/** Two platforms may give one number; more than a few never do. */
const MOST = 5

/**
 * Whoever has a number in hand need not know whose it is: ours, or that of the platform it came from.
 * Looked up first, because an `$or` of the two would leave the list without an index. The reader's
 * scope is applied to what is found.
 */
export const serialsMeant = async (asked: string | undefined): Promise<Filter<CaseDoc>> => {
  if (!asked) return {}
  const found = await Cases.list({ 'outside.number': asked }, { projection: { serial: 1 }, limit: MOST, hint: 'case_outside' })
  return { serial: { $in: [asked, ...found.map(({ serial }) => serial)] } }
}
