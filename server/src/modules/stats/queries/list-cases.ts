import type { Filter } from 'mongodb'
import type { StatsCase } from '@xiangli/shared/stats/contract'
import { figureNamed } from '@xiangli/shared/stats/figures'
import { mayOn } from '@xiangli/shared/core/scope'
import { readPage } from '../../../core/cursor'
import { fail } from '../../../core/fail'
import { defineQuery, type Context } from '../../../core/operation'
import { Cases, summaryProjection, titleFor, type CaseDoc } from '../../casework'
import { unitById } from '../../region'
import { Facts, type FactDoc } from '../fact.model'
import { mayReadOpinions } from '../opinions'
import { fieldOf, viewOf } from '../view'

/** Both conditions hold: a row inside the view, of a figure inside the row. */
const both = (...filters: Filter<FactDoc>[]): Filter<FactDoc> => ({ $and: filters }) as Filter<FactDoc>

/** The very facts a number counts, by the same filter along the same index; at most one period's of one kind are looked through. */
export const listCases = defineQuery('stats.listCases', async (ctx, { figure: key, key: row, by, limit, cursor, ...asked }) => {
  const view = viewOf(ctx, asked)
  const { kind, outcomes, isOpinion } = figureNamed(key)
  if (isOpinion && !mayReadOpinions(ctx)) fail('stats.opinionsAreTheCentres')
  const filter = both(view.filter, { kind, ...(outcomes ? { outcome: { $in: [...outcomes] } } : {}) }, row === undefined ? {} : { [fieldOf(by, view.region)]: row })
  const { docs, next } = await readPage(Facts, { filter, sort: { direction: -1 }, index: view.index, limit, cursor, projection: { _id: 1 } })
  const facts = new Map((await Facts.list({ _id: { $in: docs.map(({ _id }) => _id) } })).map((fact) => [fact._id, fact]))
  const cases = new Map((await Cases.list({ _id: { $in: [...facts.values()].map(({ caseId }) => caseId) } }, { projection: summaryProjection })).map((record) => [record._id, record]))
  const items = docs.flatMap(({ _id }) => {
    const fact = facts.get(_id)
    return fact ? [itemOf(ctx, fact, cases.get(fact.caseId))] : []
  })
  return { items, ...(next ? { next } : {}) }
})

const itemOf = (ctx: Context, { _id, at, unitId, outcome, minutes }: FactDoc, record: CaseDoc | undefined): StatsCase => ({
  id: _id,
  at: at.toISOString(),
  ...(record?.names === 'sealed' ? { isDayOnly: true } : {}),
  unitName: unitById(unitId)?.name ?? '',
  outcome,
  minutes,
  ...(record && mayOn(ctx.actor, 'casework.getCase', record.scopeKeys) ? { case: { id: record._id, serial: record.serial, title: titleFor(record) } } : {}),
})
