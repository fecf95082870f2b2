import type { Filter } from 'mongodb'
import { isIdNumber } from '@xiangli/shared/registry/rules'
import { readPage, type Sort } from '../../../core/cursor'
import { defineQuery } from '../../../core/operation'
import { withinRegion } from '../../region'
import { countGuess, forgiveGuess, type Guess } from '../guesses'
import { Persons, type PersonDoc } from '../person.model'
import { presentMasked } from '../present'
import { idNumberIndexOf, phoneIndexOf } from '../sealed'

const LAST_CHARACTER = '\u{10ffff}'

/** As a paper register lies: village by village, household by household, the head first. */
const REGISTER_ORDER: Sort = { by: 'order', direction: 1 }
/** The cursor stands in the client's hands, so it may not spell out a name the page masked. */
const NAME_ORDER: Sort = { by: 'name', direction: 1, isPrivate: true }

interface Search {
  filter: Filter<PersonDoc>
  sort: Sort
  guess?: Guess
}

/** A whole ID number, a whole mobile number, else the beginning of a name; no part of a number finds anyone. */
const searchFor = (words: string | undefined): Search => {
  if (words === undefined) return { filter: {}, sort: REGISTER_ORDER }
  const value = words.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (isIdNumber(value)) return { filter: { idNumberIndex: idNumberIndexOf(value) }, sort: REGISTER_ORDER, guess: 'number' }
  if (/^1\d{10}$/.test(value)) return { filter: { phoneIndex: phoneIndexOf(value) }, sort: REGISTER_ORDER, guess: 'number' }
  return { filter: { name: { $gte: value, $lt: `${value}${LAST_CHARACTER}` } }, sort: NAME_ORDER, guess: 'name' }
}

export const listResidents = defineQuery('registry.listResidents', async (ctx, input) => {
  const { regionId, words, householdId, limit, cursor } = input
  const { filter, sort, guess } = searchFor(words)
  const scoped = { ...withinRegion(ctx, regionId), ...filter, ...(householdId ? { householdId } : {}) }
  if (guess) await countGuess(guess, ctx.actor.id)
  const { docs, next } = await readPage(Persons, { filter: scoped, sort, limit, cursor })
  if (guess && docs.length > 0) await forgiveGuess(guess, ctx.actor.id)
  return { items: docs.map(presentMasked), ...(next ? { next } : {}) }
})
