import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Town } from '@xiangli/server/testing'
import { runLives } from './run-lives'
import { holdSecondVersion } from './second-version'

let town: Town
beforeAll(async () => {
  town = await aTown({ dispatches: false })
  await town.inCounty(holdSecondVersion)
}, 60_000)
afterAll(() => town?.stop())

test('whoever does whatever, a case keeps one owner, one handler, one colour, a legal state and its whole history', async () => {
  const tally = await runLives(town, { lives: 60, seconds: 25 })
  process.stdout.write(`lives of cases: ${JSON.stringify(tally)}\n`)
  expect(tally.cases).toBeGreaterThan(5)
}, 90_000)
