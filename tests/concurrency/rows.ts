import type { Document } from 'mongodb'
import { database } from '../../server/src/core/database'

/** Counters and throttles stand outside transactions by design; they hold numbers, nobody's rows. */
const NUMBERS = new Set(['serials', 'sign_in_tries', 'dispatch_checkpoints'])

/** How many rows every collection holds. */
export const countRows = async (): Promise<Record<string, number>> => {
  const names = (await database().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
  const kept = names.filter((name) => !NUMBERS.has(name)).sort()
  const counts = await Promise.all(kept.map(async (name) => [name, await database().collection(name).countDocuments()] as const))
  return Object.fromEntries(counts)
}

/** Every row of a collection, in one order. */
export const rowsOf = (name: string): Promise<Document[]> => database().collection(name).find().sort({ _id: 1 }).toArray()
