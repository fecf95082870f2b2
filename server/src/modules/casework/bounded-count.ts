import type { Filter } from 'mongodb'
import type { Stored } from '../../core/collection'

/** Counting stops here: "1000+" tells as much and costs the same on any day. */
const MOST = 1000

interface Countable<D extends Stored> {
  count: (filter: Filter<D>, limit: number, index?: string) => Promise<number>
}

export const boundedCount = async <D extends Stored>(from: Countable<D>, filter: Filter<D>, index?: string) => {
  const count = await from.count(filter, MOST + 1, index)
  return { count: Math.min(count, MOST), more: count > MOST }
}
