import { idNumberCheckDigit } from '@xiangli/shared/registry/rules'
import type { Dice } from './dice'
import type { Sex } from './names'

const DAY_MS = 86_400_000
const HOME_AREA = '620821'
/** Counties around 泾川, where many who married in were registered (GB/T 2260). */
const AREAS_AROUND = ['620802', '620822', '620823', '620825', '621027', '610428'] as const
/** Order codes of one day, area and sex: 500 (odd for men, even for women). */
const ORDERS = 500
const STRIDE = 7

export interface Birth {
  sex: Sex
  /** Days since 1970-01-01. */
  day: number
  hasMarriedIn: boolean
}

export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Gives each person another number; the same people asked in the same order get the same numbers. */
export const createIdNumbers = (dice: Dice): ((birth: Birth) => string) => {
  const given = new Map<string, number>()
  return ({ sex, day, hasMarriedIn }) => {
    const isFromElsewhere = dice.chance(hasMarriedIn ? 0.22 : 0.02)
    const area = isFromElsewhere ? dice.pick(AREAS_AROUND) : HOME_AREA
    const stem = `${area}${dayText(day).replaceAll('-', '')}`
    const key = `${stem}${sex}`
    const taken = given.get(key) ?? 0
    if (taken >= ORDERS) throw new RangeError(`more than ${ORDERS} born on one day in ${area}`)
    given.set(key, taken + 1)
    // STRIDE shares no factor with ORDERS, so all 500 come up once before any repeats.
    const order = ((Math.abs(day) * 31 + taken * STRIDE) % ORDERS) * 2 + (sex === 'male' ? 1 : 0)
    const first17 = `${stem}${String(order).padStart(3, '0')}`
    return `${first17}${idNumberCheckDigit(first17)}`
  }
}

/** Mobile numbers under 160, a prefix given to no operator: no invented resident owns a real person's number. */
export const createPhones = (): (() => string) => {
  let next = 16_000_000_000
  return () => String((next += 1))
}
