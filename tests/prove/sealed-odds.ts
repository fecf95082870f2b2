import type { Town } from '@xiangli/server/testing'
import { guess, plunder } from './sealed-attack'
import { playVillage, type Sizes } from './sealed-village'

const choose = (n: number, k: number): number => Array.from({ length: k }, (_, at) => (n - at) / (at + 1)).reduce((product, each) => product * each, 1)

/** The most hits that guessing blindly passes only once in a thousand such villages. */
export const blindBound = (n: number, p: number): number => {
  let below = 0
  for (let k = 0; k <= n; k += 1) {
    below += choose(n, k) * p ** k * (1 - p) ** (n - k)
    if (below >= 0.999) return k
  }
  return n
}

export interface Odds {
  sealed: number
  plain: number
  reports: number
  bound: number
}

/** How often the same program is right about sealed and about other reports. */
export const oddsOf = async (town: Town, sizes: Sizes): Promise<Odds> => {
  const village = await playVillage(town, sizes)
  const loot = await plunder(town, village)
  const hits = (isSealed: boolean): number =>
    village.targets.filter((target) => target.isSealed === isSealed && guess(target, { village, loot }) === target.reporterId).length
  const reports = village.targets.filter(({ isSealed }) => isSealed).length
  return { sealed: hits(true), plain: hits(false), reports, bound: blindBound(reports, 1 / sizes.villagers) }
}
