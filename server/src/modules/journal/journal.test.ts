import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { newId } from '../../core/ids'
import { Journal } from '../../core/journal'
import { aTown, type Person, type Town } from '../../testing'
import { setNameResolver } from './index'

let town: Town
let here: Person
let there: Person
let villager: Person
beforeAll(async () => {
  town = await aTown({ dispatches: false })
  setNameResolver(async (ids) => new Map(ids.map((id) => [id, id === villager.id ? '李秀英' : '某人'])))
  here = await town.staff('townDispatcher', town.here.townId)
  there = await town.staff('townDispatcher', town.there.townId)
  villager = await town.villager({ villageId: town.here.villageId })
}, 60_000)
afterAll(() => town.stop())

const submit = async (words: string): Promise<string> => {
  const caseId = newId()
  await villager.call('casework.submit', { caseId, words, place: { villageId: town.here.villageId } })
  return caseId
}

test('a command stands in the journal with who, what, where and its record', async () => {
  const caseId = await submit('路灯不亮')
  const { items } = await here.call('journal.listEntries', { targetId: caseId })
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    actor: { kind: 'person', id: villager.id, name: '李**' },
    operation: 'casework.submit',
    regionId: town.here.villageId,
    targets: [{ type: 'case', id: caseId, rev: 1 }],
    events: ['casework.submitted'],
  })
  expect(items[0]?.summary).toContain('反映一件事')
})

test('the neighbouring town reads none of it, and a villager reads nothing at all', async () => {
  const caseId = await submit('水管漏水')
  expect((await there.call('journal.listEntries', { targetId: caseId })).items).toEqual([])
  expect((await there.call('journal.listEntries', { limit: 100 })).items.filter(({ regionId }) => regionId === town.here.villageId)).toEqual([])
  expect((await villager.tries('journal.listEntries', {})).code).toBe('core.forbidden')
})

test('newest first, page after page, and between two moments', async () => {
  const times = [1, 2, 3, 4, 5].map((day) => new Date(Date.UTC(2027, 2, day)))
  const ids: string[] = []
  for (const at of times) {
    town.at(at)
    ids.push(await submit('垃圾没人收'))
  }
  town.at(null)
  const first = await here.call('journal.listEntries', { operation: 'casework.submit', limit: 3 })
  expect(first.items.map(({ targets }) => targets[0]?.id)).toEqual(ids.slice(2).reverse())
  const next = await here.call('journal.listEntries', { operation: 'casework.submit', limit: 2, cursor: first.next! })
  expect(next.items.map(({ targets }) => targets[0]?.id)).toEqual([ids[1], ids[0]])
  const between = await here.call('journal.listEntries', { from: times[1]!.toISOString(), to: times[3]!.toISOString() })
  expect(between.items.map(({ targets }) => targets[0]?.id)).toEqual([ids[2], ids[1]])
})

test('a page of one place is read from the index, without looking at rows of others', async () => {
  const keys = { scopeKeys: { $in: [town.here.townId] } }
  const plan = await town.inCounty(() => Journal.explain(keys, { sort: { _id: -1 }, limit: 3 }))
  expect(plan.executionStats.totalKeysExamined).toBeLessThanOrEqual(4)
  expect(plan.executionStats.totalDocsExamined).toBeLessThanOrEqual(3)
})
