import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Town } from '@xiangli/server/testing'
import { oddsOf } from '../../prove/sealed-odds'

let town: Town
beforeAll(async () => {
  town = await aTown()
}, 60_000)
afterAll(() => town?.stop())

test('from all the village can read, hear and time, a program guesses who filed a sealed report no better than blindly; of other reports it knows', async () => {
  const odds = await oddsOf(town, { villagers: 24, reports: 24, days: 3 })
  process.stdout.write(`guessed: ${JSON.stringify(odds)}\n`)
  expect(odds.reports).toBe(24)
  expect(odds.sealed).toBeLessThanOrEqual(odds.bound)
  expect(odds.plain).toBeGreaterThanOrEqual(23)
}, 120_000)
