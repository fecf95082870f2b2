import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Town } from '@xiangli/server/testing'
import { askOverOpenCases } from '../../prove/similar-asks'

let town: Town
beforeAll(async () => {
  town = await aTown({ dispatches: false })
}, 60_000)
afterAll(() => town?.stop())

test('what is sought among some thousand open cases is read by the squares around, never through all of them', async () => {
  const open = 4_000
  const { villager, staff } = await town.inCounty(() => askOverOpenCases(town, { open, times: 30 }))
  for (const { isScan, docs } of [...villager, ...staff]) {
    expect(isScan).toBe(false)
    expect(docs).toBeLessThan(open / 10)
  }
  expect(villager.some(({ found }) => found > 0)).toBe(true)
  expect(staff.some(({ found }) => found > 0)).toBe(true)
}, 60_000)
