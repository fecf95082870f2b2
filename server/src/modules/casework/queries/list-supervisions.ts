import type { Filter } from 'mongodb'
import type { SupervisionRow } from '@xiangli/shared/casework/views'
import { permittedActions } from '@xiangli/shared/casework/rules'
import type { ParsedOf } from '@xiangli/shared/catalog/contracts'
import { readPage } from '../../../core/cursor'
import { defineQuery, type Context } from '../../../core/operation'
import { namesOf } from '../../identity'
import { Cases, type CaseDoc } from '../case.model'
import { keysToRead } from '../list-filter'
import { actingUnits, partiesOn } from '../parties'
import { presentSupervision } from '../present/above'
import { handlerName, spotNames } from '../present/names'
import { titleFor } from '../present/summary'
import { Supervisions, type SupervisionDoc } from '../supervision.model'
import { typeNamed } from '../types'

const filterFor = (ctx: Context, { regionId, show, awaits, mine }: ParsedOf<'casework.listSupervisions'>): Filter<SupervisionDoc> => ({
  scopeKeys: { $in: keysToRead(ctx, regionId) },
  ended: show === 'open' ? null : { $ne: null },
  ...(awaits ? { awaits } : {}),
  ...(mine ? { unitId: { $in: actingUnits(ctx.actor) } } : {}),
})

/** 督办单, the nearest due first; of those that ended the latest first. */
export const listSupervisions = defineQuery('casework.listSupervisions', async (ctx, input) => {
  const { docs, next } = await readPage(Supervisions, {
    filter: filterFor(ctx, input),
    sort: { by: 'due', direction: input.show === 'open' ? 1 : -1 },
    limit: input.limit,
    cursor: input.cursor,
  })
  const cases = new Map((await Cases.list({ _id: { $in: docs.map(({ caseId }) => caseId) } })).map((record) => [record._id, record]))
  const names = await namesOf([...docs.flatMap(({ feedback }) => feedback?.byId ?? []), ...[...cases.values()].flatMap(({ handler }) => handler.personId ?? [])])
  const items = docs.flatMap((doc) => {
    const record = cases.get(doc.caseId)
    return record ? [rowOf(ctx, doc, { record, names })] : []
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
    isLate: ended === null && due <= ctx.now,
    ...(feedback ? { feedback: { reason: feedback.reason, measures: feedback.measures, promisedAt: feedback.promisedAt.toISOString(), byName: names.get(feedback.byId) ?? '', at: feedback.at.toISOString() } } : {}),
    ...(ended && endedAt ? { ended, endedAt: endedAt.toISOString() } : {}),
    can: record.supervision?.id === id ? permittedActions(typeNamed(record.type), record, { partiesFor: partiesOn(ctx.actor, record), now: ctx.now }) : [],
  }
}
