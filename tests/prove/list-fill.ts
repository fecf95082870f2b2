import type { Document } from 'mongodb'
import { ulid } from 'ulid'
import { DAY } from '@xiangli/shared/core/time'
import type { Town } from '@xiangli/server/testing'
import { database } from '../../server/src/core/database'
import { createIds } from '../../server/src/seed/bulk/bulk-ids'
import { createDice, type Dice } from '../../server/src/seed/people/dice'

export type Row = Document & { _id: string }

export const rows = (name: string) => database().collection<Row>(name)

const BATCH = 2_000

export interface Filling {
  town: Town
  now: Date
  dice: Dice
  /** Cases of the village here and of the whole county, as they stand. */
  here: readonly Row[]
  county: readonly Row[]
}

/** So many records written straight into a collection, in batches. */
export const fill = async (name: string, count: number, make: (at: number) => Row): Promise<void> => {
  let writing: Promise<unknown> = Promise.resolve()
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, n) => make(from + n))
    // The next batch is made while this one is being written.
    await writing
    writing = rows(name).insertMany(batch, { ordered: false })
  }
  await writing
}

const OF_THE_VILLAGE = 1_000
const OF_THE_COUNTY = 3_000

/** Every third of what hangs on cases lies in one village, the rest all over the county. */
export const caseFor = ({ here, county, dice }: Filling): Row => dice.pick(dice.chance(1 / 3) ? here : county)

export const fillingOf = async (town: Town): Promise<Filling> => {
  const here = await rows('cases').find({ scopeKeys: town.here.villageId }, { limit: OF_THE_VILLAGE }).toArray()
  const county = await rows('cases').find({}, { limit: OF_THE_COUNTY }).toArray()
  return { town, now: new Date(), dice: createDice(7), here, county }
}

/** Any moment of the last years. */
export const someTime = ({ now, dice }: Filling): Date => new Date(now.getTime() - dice.between(1, 700) * DAY - dice.between(0, DAY))

/** Repeatable ones cost a tenth of the library's. */
export const idAt = createIds(createDice(11))

/** Whose account is gone. */
export const NOBODY = ulid()
