import { expect, test } from '@jest/globals'
import { contracts, type QueryName } from '@xiangli/shared/catalog/contracts'
import { boundedOperations, forgottenFields, pagedOperations, queries, strangeFields } from '../prove/list-asks'
import { boundedLists, elsewhere } from '../prove/list-bounded'
import type { Known } from '../prove/list-known'
import { pagedLists } from '../prove/list-paged'

// The proof of lists walks tables; what stands in none of them is never walked.
const anything = new Proxy({ now: new Date(), month: '2026-10', quarter: '2026-Q4' } as Partial<Known>, {
  get: (said, field) => (field in said ? said[field as keyof Known] : 'x'),
}) as Known

const answersWithSeveral = (operation: QueryName): boolean => {
  const fields = Object.keys((contracts[operation].output as { shape?: object }).shape ?? {})
  return fields.includes('items') || fields.includes('rows') || /\.(list|count)/.test(operation)
}

test('every list that is read page by page stands in the tables of the proof of lists', () => {
  expect(pagedOperations.filter((operation) => !(operation in pagedLists))).toEqual([])
})

test('every other query that answers with several stands there with what bounds it', () => {
  const others = queries.filter((operation) => answersWithSeveral(operation) && !pagedOperations.includes(operation))
  expect(others.filter((operation) => !(operation in boundedLists) && !(operation in elsewhere))).toEqual([])
})

test('every filter of every such list has values to be asked for with, and none that the contract does not know', () => {
  const lists = [...pagedOperations, ...boundedOperations]
  expect(lists.flatMap((operation) => forgottenFields(operation, anything))).toEqual([])
  expect(lists.flatMap((operation) => strangeFields(operation, anything))).toEqual([])
})

test('a list stands in one table only', () => {
  const all = [...Object.keys(pagedLists), ...Object.keys(boundedLists), ...Object.keys(elsewhere)]
  expect(all.filter((operation, at) => all.indexOf(operation) !== at)).toEqual([])
  expect(Object.keys(pagedLists).filter((operation) => !pagedOperations.includes(operation as QueryName))).toEqual([])
})
