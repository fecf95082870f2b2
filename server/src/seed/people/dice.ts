/** Repeatable randomness for seeds: mulberry32, 32 bits of state, never for secrets. */
export interface Dice {
  /** 0 ≤ value < 1. */
  next(): number
  /** A whole number, both ends included. */
  between(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
}

export const createDice = (seed: number): Dice => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: <T>(from: readonly T[]): T => {
      const picked = from[Math.floor(next() * from.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
  }
}

/** Picks from [value, weight] pairs; the running totals are made once. */
export const weighted = <T>(table: readonly (readonly [T, number])[]): ((dice: Dice) => T) => {
  let total = 0
  const steps = table.map(([value, weight]) => ({ value, upTo: (total += weight) }))
  return (dice) => {
    const at = dice.next() * total
    const step = steps.find(({ upTo }) => at < upTo) ?? steps[steps.length - 1]
    if (!step) throw new RangeError('nothing to pick from')
    return step.value
  }
}
