import { encodeTime } from 'ulid'
import type { Filter } from 'mongodb'
import type { OperationName, ParsedOf } from '@xiangli/shared/catalog/contracts'
import { addMinutes } from '@xiangli/shared/core/time'
import { readPage } from '../../../core/cursor'
import { Journal, type JournalDoc } from '../../../core/journal'
import { defineQuery } from '../../../core/operation'
import { within, withoutBarred } from '../../../core/within'
import { labelsOfTargets, namesOfPersons } from '../names'
import { HIDDEN_TARGET, presentRow } from '../present'

const TIME_LETTERS = 10
const FIRST = '0'.repeat(16)
/** Ids never run behind their row's time, but may run ahead of it by a clock's error. */
const AHEAD_MINUTES = 10

const idFrom = (at: Date): string => `${encodeTime(Math.max(0, at.getTime()), TIME_LETTERS)}${FIRST}`

type Wanted = Pick<ParsedOf<'journal.listEntries'>, 'from' | 'to'>

/** The stretch of ids bounds what the index reads; the rows' own time then decides exactly. */
const between = ({ from, to }: Wanted): Filter<JournalDoc> => {
  if (!from && !to) return {}
  const id = { ...(from ? { $gte: idFrom(new Date(from)) } : {}), ...(to ? { $lt: idFrom(addMinutes(new Date(to), AHEAD_MINUTES)) } : {}) }
  const at = { ...(from ? { $gte: new Date(from) } : {}), ...(to ? { $lt: new Date(to) } : {}) }
  return { _id: id, at }
}

export const listEntries = defineQuery('journal.listEntries', async (ctx, input) => {
  const { operation, actorId, targetId, limit, cursor } = input
  const filter: Filter<JournalDoc> = {
    ...within(ctx),
    ...(operation ? { operation: operation as OperationName } : {}),
    ...(actorId ? { actorId } : {}),
    ...(targetId ? { 'targets.id': targetId, 'targets.type': { $ne: HIDDEN_TARGET } } : {}),
    ...between(input),
  }
  const { docs: page, next } = await readPage(Journal, { filter, sort: { direction: -1 }, limit, cursor })
  const docs = withoutBarred(ctx, page)
  const people = docs.filter(({ actorKind }) => actorKind === 'person').map(({ actorId: id }) => id)
  const [names, labelOf] = await Promise.all([namesOfPersons(people), labelsOfTargets(ctx, docs.flatMap(({ targets }) => targets))])
  return { items: docs.map((row) => presentRow(row, { names, labelOf })), ...(next ? { next } : {}) }
})
