import type { SupervisionRow } from '@xiangli/shared/casework/views'
import { permittedActions } from '@xiangli/shared/casework/rules'
import { mayOn } from '@xiangli/shared/core/scope'
import { readPage } from '../../../core/cursor'
import { defineQuery, type Context } from '../../../core/operation'
import { namesOf } from '../../identity'
import { Cases, type CaseDoc } from '../case.model'
import { partiesOn } from '../parties'
import { presentRisk } from '../risk'
import { presentSupervision } from '../present/above'
import { handlerName, spotNames } from '../present/names'
import { titleFor } from '../present/summary'
import { supervisionFilter } from '../supervision-filter'
import { Supervisions, type SupervisionDoc } from '../supervision.model'
import { typeOf } from '../types'

/** 督办单, the nearest due first; of those that ended the latest first. */
export const listSupervisions = defineQuery('casework.listSupervisions', async (ctx, input) => {
  const { docs, next } = await readPage(Supervisions, {
    filter: supervisionFilter(ctx, input),
    sort: { by: 'due', direction: input.show === 'open' ? 1 : -1 },
    limit: input.limit,
    index: input.mine ? 'supervision_owed' : 'supervision_awaited',
    cursor: input.cursor,
  })
  const cases = new Map((await Cases.list({ _id: { $in: docs.map(({ caseId }) => caseId) } })).map((record) => [record._id, record]))
  const names = await namesOf([...docs.flatMap(({ feedback }) => feedback?.byId ?? []), ...[...cases.values()].flatMap(({ handler }) => handler.personId ?? [])])
  const items = docs.flatMap((doc) => {
    const record = cases.get(doc.caseId)
    // A form that ended keeps its readers of then; the case may have left their sight since.
    return record && mayOn(ctx.actor, ctx.operation, record.scopeKeys) ? [rowOf(ctx, doc, { record, names })] : []
  })
  return { items, ...(next ? { next } : {}) }
})

interface Around {
  record: CaseDoc
  names: ReadonlyMap<string, string>
}

const rowOf = (ctx: Context, doc: SupervisionDoc, { record, names }: Around): SupervisionRow => {
  const { _id: id, kind, level, unitId, byUnitId, since, awaits, due, isTop, feedback, ended, endedAt } = doc
  return {
    ...presentSupervision({ id, kind, level, unitId, ...(byUnitId ? { byUnitId } : {}), since, awaits, due, isTop }),
    caseId: record._id,
    serial: record.serial,
    title: titleFor(record),
    state: record.state,
    villageName: spotNames(record).villageName,
    handlerName: handlerName(record, names),
    ...(record.state === 'answered' && record.answer ? { result: record.answer.words } : {}),
    rev: record.rev,
    ...presentRisk(ctx, record),
    isLate: ended === null && due <= ctx.now,
    ...(feedback ? { feedback: { reason: feedback.reason, measures: feedback.measures, promisedAt: feedback.promisedAt.toISOString(), byName: names.get(feedback.byId) ?? '', at: feedback.at.toISOString() } } : {}),
    ...(ended && endedAt ? { ended, endedAt: endedAt.toISOString() } : {}),
    can: record.supervision?.id === id ? permittedActions(typeOf(record), record, { partiesFor: partiesOn(ctx.actor, record), now: ctx.now }) : [],
  }
}
