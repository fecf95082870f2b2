import { complaint } from '@xiangli/shared/complaint/case-type'
import { ambient } from '../../core/context'
import { database } from '../../core/database'
import { ensureIndexes } from '../../core/indexes'
import { Journal } from '../../core/journal'
import { addPlaces, Cases, Histories } from '../../modules/casework'
import type { Founded } from '../found-county'
import type { Account } from '../organisation/staff'
import { createDice, weighted } from '../people/dice'
import type { Say } from '../say'
import { makeCase, type Maker, type Written } from './bulk-case'
import { createIds } from './bulk-ids'
import { surveyGrounds } from './scenery'

const YEARS_MS = 3 * 365 * 86_400_000
const BATCH = 1_000
const SAY_EVERY = 20_000

interface Plan {
  founded: Founded
  /** At least one for every village. */
  villagersOf: (villageId: string) => readonly Account[]
  count: number
  now: Date
  say: Say
}

/** Built once over everything instead of a little at every write. */
const withoutIndexes = async (write: () => Promise<void>, say: Say): Promise<void> => {
  for (const { name } of [Cases, Histories, Journal]) await database().collection(name).dropIndexes()
  await write()
  say('事项已写完，正在建索引')
  await ensureIndexes()
}

const writeBatch = async (batch: readonly Written[]): Promise<void> => {
  await Promise.all([
    Cases.addMany(batch.map(({ record }) => record)),
    Histories.addMany(batch.flatMap(({ entries }) => entries)),
    Journal.addMany(batch.flatMap(({ rows }) => rows)),
    addPlaces(batch.map(({ record }) => record)),
  ])
}

/** Years of cases, evenly over time and by households over the grids; the last days' are still open. */
export const writeCases = async ({ founded, villagersOf, count, now, say }: Plan): Promise<void> => {
  const dice = createDice(300_000)
  const maker: Maker = { dice, newId: createIds(dice), type: complaint, county: ambient().county, now, villagersOf }
  const grounds = await surveyGrounds(founded, now)
  const groundOf = weighted(grounds.map((ground) => [ground, ground.households] as const))
  const begin = now.getTime() - YEARS_MS
  const makeAt = (number: number): Written => {
    const receivedAt = new Date(Math.floor(begin + (YEARS_MS * (number + dice.next() * 0.9)) / count))
    return makeCase(maker, { ground: groundOf(dice), receivedAt, number })
  }
  await withoutIndexes(async () => {
    let writing: Promise<void> = Promise.resolve()
    for (let from = 0; from < count; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, n) => makeAt(from + n))
      // The next batch is made while this one is being written.
      await writing
      writing = writeBatch(batch)
      if (from > 0 && from % SAY_EVERY === 0) say(`事项 ${from} / ${count}`)
    }
    await writing
  }, say)
  say(`事项 ${count} 件`)
}
