import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { aTown, type Town } from '@xiangli/server/testing'
import { aWorld, play, steps, type World } from './casework-model'

let town: Town
let world: World

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  world = await aWorld(town)
}, 60_000)
afterAll(() => town?.stop())

test('whatever anybody tries, a case keeps one owner, one handler, one colour, a legal state and equals its history', async () => {
  const tally = { done: 0, refused: 0, codes: new Set<string>() }

  await fc.assert(fc.asyncProperty(steps(world), (sequence) => play(world, sequence, tally)), { numRuns: 25, endOnFailure: true })

  // A run that refuses everything, or lets everything through, has shown nothing.
  expect(tally.done).toBeGreaterThan(20)
  expect(tally.refused).toBeGreaterThan(100)
  expect([...tally.codes]).toEqual(expect.arrayContaining(['ok', 'casework.notYours', 'casework.wrongState', 'core.notFound', 'core.forbidden']))
}, 120_000)
