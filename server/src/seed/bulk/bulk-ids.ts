import { encodeTime } from 'ulid'
import type { Dice } from '../people/dice'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_LETTERS = 10
const RANDOM_LETTERS = 16

/** ULIDs for moments in any order; the server's own maker only ever goes forward. */
export const createIds = (dice: Dice): ((at: Date) => string) => (at) => {
  let id = encodeTime(at.getTime(), TIME_LETTERS)
  for (let n = 0; n < RANDOM_LETTERS; n += 1) id += LETTERS[Math.floor(dice.next() * 32)]
  return id
}
