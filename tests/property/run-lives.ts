import fc from 'fast-check'
import type { Town } from '@xiangli/server/testing'
import { aCast } from './cast'
import { live, newTally, type Tally } from './life-of-a-case'
import { steps } from './steps'

/** Random lives of cases until one breaks a rule, the number is reached or the time is up. */
export const runLives = async (town: Town, { lives, seconds }: { lives: number; seconds: number }): Promise<Tally> => {
  const cast = await aCast(town)
  const tally = newTally()
  let now = new Date()
  const setNow = (at: Date): void => {
    now = at
    town.at(at)
  }
  const property = fc.asyncProperty(fc.nat(1000), steps, (choice, drawn) =>
    town.inCounty(() => live({ town, cast, tally, now: () => now, setNow }, { choice, steps: drawn })),
  )
  setNow(now)
  try {
    await fc.assert(property, { numRuns: lives, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false })
  } finally {
    town.at(null)
  }
  return tally
}
