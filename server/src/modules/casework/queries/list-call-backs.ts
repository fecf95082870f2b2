import { categoryOf } from '@xiangli/shared/casework/case-type'
import type { CallBackRow } from '@xiangli/shared/casework/contract/call-back'
import { permittedActions } from '@xiangli/shared/casework/rules'
import { mayOn } from '@xiangli/shared/core/scope'
import { cut } from '@xiangli/shared/core/words'
import { readPage } from '../../../core/cursor'
import { defineQuery, type Context } from '../../../core/operation'
import { namesOf } from '../../identity'
import { CallBacks, type CallBackDoc } from '../call-back.model'
import { Cases, type CaseDoc } from '../case.model'
import { requesterNameFor } from '../intake/requester'
import { keysToRead } from '../list-filter'
import { partiesOn } from '../parties'
import { spotNames, unitName } from '../present/names'
import { titleFor } from '../present/summary'
import { typeOf } from '../types'

const LISTS = {
  open: { where: { ended: null }, sort: { by: 'nextTry', direction: 1 }, index: 'call_back_next' },
  ended: { where: { endedAt: { $ne: null } }, sort: { by: 'endedAt', direction: -1 }, index: 'call_back_ended' },
} as const

/** 回访: those to be called first, then those to be tried another day; of the ended the latest first. */
export const listCallBacks = defineQuery('casework.listCallBacks', async (ctx, { regionId, show, limit, cursor }) => {
  const { where, sort, index } = LISTS[show]
  const filter = { scopeKeys: { $in: keysToRead(ctx, regionId) }, ...where }
  const { docs, next } = await readPage(CallBacks, { filter, sort, index, limit, cursor })
  const cases = new Map((await Cases.list({ _id: { $in: docs.map(({ caseId }) => caseId) } })).map((record) => [record._id, record]))
  const names = await namesOf(docs.flatMap(({ byId }) => byId ?? []))
  const items = await Promise.all(docs.flatMap((doc) => {
    const record = cases.get(doc.caseId)
    // A round that ended keeps its readers of then; the case may have left their sight since.
    return record && mayOn(ctx.actor, ctx.operation, record.scopeKeys) ? [rowOf(ctx, doc, { record, names })] : []
  }))
  return { items, ...(next ? { next } : {}) }
})

/** One round for all who were merged: besides the parent's requester a few of theirs, as the type says. */
const othersOf = async (ctx: Context, record: CaseDoc): Promise<CallBackRow['others']> => {
  const { _id, childCount } = record
  if (childCount === 0) return []
  const children = await Cases.list({ 'merged.intoId': _id, state: 'merged' } as never, { sort: { _id: 1 }, limit: typeOf(record).askedChildren, hint: 'case_children' })
  return children.map((child) => ({ caseId: child._id, serial: child.serial, requesterName: requesterNameFor(ctx, child) }))
}

interface Around {
  record: CaseDoc
  names: ReadonlyMap<string, string>
}

const rowOf = async (ctx: Context, doc: CallBackDoc, { record, names }: Around): Promise<CallBackRow> => {
  const type = typeOf(record)
  return {
    id: doc._id,
    caseId: record._id,
    rev: record.rev,
    round: doc.round,
    kind: doc.kind,
    due: doc.due.toISOString(),
    isLate: doc.ended === null && doc.due <= ctx.now,
    tries: doc.tries.length,
    nextTry: doc.nextTry.toISOString(),
    serial: record.serial,
    title: titleFor(record),
    state: record.state,
    categoryLabel: categoryOf(type, record.category ?? undefined)?.label,
    villageName: spotNames(record).villageName,
    ownerName: unitName(record.ownerUnitId),
    answer: record.answer ? cut(record.answer.words, 200) : undefined,
    requesterName: requesterNameFor(ctx, record),
    others: doc.ended ? [] : await othersOf(ctx, record),
    ...endOf(doc, names),
    can: record.callBack?.id === doc._id ? permittedActions(type, record, { partiesFor: partiesOn(ctx.actor, record), now: ctx.now }) : [],
  }
}

const endOf = ({ ended, endedAt, byId, words }: CallBackDoc, names: ReadonlyMap<string, string>): Partial<CallBackRow> =>
  ended && endedAt ? { ended, endedAt: endedAt.toISOString(), ...(byId && names.has(byId) ? { byName: names.get(byId) } : {}), ...(words ? { words } : {}) } : {}
