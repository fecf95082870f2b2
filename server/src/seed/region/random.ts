/** Seeded, and built on integer and + − × ÷ arithmetic only: equal on every machine and engine. */
export type Random = () => number

/** mulberry32: [0, 1). */
export function createRandom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    return scrambled(state)
  }
}

function scrambled(state: number): number {
  let bits = Math.imul(state ^ (state >>> 15), 1 | state)
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
  return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
}

/** Smooth value noise in [-1, 1] over a lattice of unit cells. */
export function createNoise(seed: number): (x: number, y: number) => number {
  const corner = (i: number, j: number) =>
    scrambled((Math.imul(i, 0x27d4eb2d) ^ Math.imul(j, 0x165667b1) ^ seed) + 0x6d2b79f5) * 2 - 1
  return (x, y) => {
    const [i, j] = [Math.floor(x), Math.floor(y)]
    const [u, v] = [eased(x - i), eased(y - j)]
    const south = corner(i, j) * (1 - u) + corner(i + 1, j) * u
    const north = corner(i, j + 1) * (1 - u) + corner(i + 1, j + 1) * u
    return south * (1 - v) + north * v
  }
}

const eased = (t: number) => t * t * (3 - 2 * t)
