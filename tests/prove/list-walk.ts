import type { QueryName } from '@xiangli/shared/catalog/contracts'
import type { Town } from '@xiangli/server/testing'
import { execute } from '../../server/src/core/execute'
import { askedOf, boundedOperations, forgottenFields, inputsOf, pagedOperations } from './list-asks'
import { boundedLists } from './list-bounded'
import { fillingOf } from './list-fill'
import { fillCases } from './list-fill-cases'
import { fillCasework } from './list-fill-casework'
import { fillOffices } from './list-fill-offices'
import type { Known } from './list-known'
import { fillInboxes, knownOf, mayUse, ownUnitOf, readersOf, unitsOf, type Reader } from './list-people'
import { profiled, startProfile, stopProfile, type Reading } from './list-profile'

export interface Page extends Reading {
  operation: QueryName
  who: string
  input: object
  page: 1 | 2
  ms: number
  /** Not answered: a map of too much is refused instead of read on and on. */
  refusal?: string
}

interface Asking {
  operation: QueryName
  reader: Reader
  input: object
}

const answerOf = async (call: Parameters<typeof execute>[0]): Promise<{ next?: string; refusal?: string }> => {
  try {
    return (await execute(call)).output as { next?: string }
  } catch (error) {
    const { code } = error as { code?: string }
    // A case that is another's, or too much on a map.
    const isAnswer = typeof code === 'string' && (code === 'core.notFound' || call.operation in boundedLists)
    if (!isAnswer) throw new Error(`${call.operation} ${JSON.stringify(call.input)} ${call.actor.id}: ${code}`, { cause: error })
    return { refusal: code }
  }
}

/** The first page and, where the list goes on, the second by its cursor. */
const walk = async ({ operation, reader: { who, actor }, input }: Asking): Promise<Page[]> => {
  const read = async (page: 1 | 2, cursor?: string): Promise<{ next?: string; read: Page }> => {
    const asked = { ...input, ...(cursor ? { cursor } : {}) }
    const { answer, ms, reading } = await profiled({ collection: askedOf(operation).from, mayReadNothing: true }, () => answerOf({ operation, input: asked, actor, trace: 'index-proof' }))
    const { next, refusal } = answer
    return { ...(next ? { next } : {}), read: { operation, who, input, page, ms, ...reading, ...(refusal ? { refusal } : {}) } }
  }
  const first = await read(1)
  return first.next ? [first.read, (await read(2, first.next)).read] : [first.read]
}

const walkAll = async (operations: readonly QueryName[], { known, readers }: { known: Known; readers: readonly Reader[] }): Promise<Page[]> => {
  const pages: Page[] = []
  for (const operation of operations) {
    for (const reader of readers.filter((each) => mayUse(each, operation))) {
      for (const input of inputsOf(operation, known, ownUnitOf(reader, operation))) pages.push(...(await walk({ operation, reader, input })))
    }
  }
  return pages
}

/** Years of everything a list is read from, beside the cases and residents of the full county. */
const fillAll = async (town: Town, { known, readers }: { known: Known; readers: readonly Reader[] }): Promise<void> => {
  const filling = await fillingOf(town)
  const readerIds = [...new Set(readers.map(({ actor }) => actor.id))]
  await fillInboxes(filling, readerIds)
  await fillCasework(filling, { ...known, readerIds })
  await fillOffices(filling, { ...known, readerIds, unitIds: unitsOf(readers) })
  await fillCases(filling, known)
}

interface Walked {
  paged: Page[]
  /** Lists with a bound of their own. */
  bounded: Page[]
  forgotten: string[]
  filledMs: number
}

/** Every list with every filter by everyone who may, one at a time, with MongoDB writing down what it does. */
export const walkLists = async (town: Town): Promise<Walked> => {
  const known = await knownOf(town)
  const readers = await readersOf(town, known)
  const begun = performance.now()
  await fillAll(town, { known, readers })
  const filledMs = performance.now() - begun
  const operations = [...pagedOperations, ...boundedOperations]
  await startProfile([...new Set(operations.map((operation) => askedOf(operation).from))])
  try {
    const paged = await walkAll(pagedOperations, { known, readers })
    const bounded = await walkAll(boundedOperations, { known, readers })
    return { paged, bounded, filledMs, forgotten: operations.flatMap((operation) => forgottenFields(operation, known)) }
  } finally {
    await stopProfile()
  }
}
