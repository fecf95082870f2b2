import { colourOf } from '@xiangli/shared/casework/clock'
import { mayOn } from '@xiangli/shared/core/scope'
import type { ImportView, MessageView, OrderRow, ReportView, SourceView } from '@xiangli/shared/hotline/views'
import type { Context } from '../../core/operation'
import { Cases, presentSummaries, summaryProjection } from '../casework'
import type { ImportDoc } from './import.model'
import type { MessageDoc } from './message.model'
import type { OrderDoc } from './order.model'
import type { ReportDoc } from './report.model'
import type { SourceDoc } from './source.model'

/** Of the latest rows, those with something to say. */
const MOST_ROWS = 200

type Shown = Omit<ImportDoc, 'rows'> & Partial<Pick<ImportDoc, 'rows'>>

export const presentImport = ({ _id, sourceName, fileName, at, total, upTo, counts, rows = [] }: Shown): ImportView => ({
  importId: _id, sourceName, at: at.toISOString(), total, upTo, counts,
  ...(fileName ? { fileName } : {}),
  rows: rows.filter(({ outcome, problems }) => outcome === 'failed' || outcome === 'differs' || problems.length > 0).slice(-MOST_ROWS),
})

export const presentMessage = ({ _id, kind, state, words, until, reason, tries, at, settledAt, nextTryAt }: MessageDoc): MessageView => ({
  id: _id, kind, state, tries, at: at.toISOString(),
  ...(words ? { words } : {}),
  ...(until ? { until: until.toISOString() } : {}),
  ...(reason ? { reason } : {}),
  ...(settledAt ? { settledAt: settledAt.toISOString() } : {}),
  ...(nextTryAt ? { nextTryAt: nextTryAt.toISOString() } : {}),
})

/** What belongs to cases the reader may open; the order's own keys follow its case by signal and may lag a moment. */
export const presentOrders = async (ctx: Context, orders: readonly OrderDoc[]): Promise<OrderRow[]> => {
  const ids = orders.map(({ caseId }) => caseId)
  const records = (await Cases.list({ _id: { $in: ids } }, { projection: summaryProjection, limit: ids.length || 1 }))
    .filter(({ scopeKeys }) => mayOn(ctx.actor, 'casework.getCase', scopeKeys))
  const titles = new Map((await presentSummaries(ctx, records)).map(({ id, title }) => [id, title]))
  const byId = new Map(records.map((record) => [record._id, record]))
  return orders.flatMap((order) => {
    const record = byId.get(order.caseId)
    if (!record) return []
    return [{
      ...orderItself(order),
      title: titles.get(record._id) ?? '',
      state: record.state,
      colour: colourOf(record, ctx.now),
      ...(record.redAt ? { redAt: record.redAt.toISOString() } : {}),
    }]
  })
}

const orderItself = ({ _id, externalNumber, sourceName, isOnline, caseId, serial, due, receivedAt, differed, message, calledBack }: OrderDoc) => ({
  id: _id, externalNumber, sourceName, isOnline, caseId, serial, receivedAt: receivedAt.toISOString(),
  ...(due ? { due: due.toISOString() } : {}),
  ...(differed ? { differedAt: differed.at.toISOString() } : {}),
  ...(message ? { message: { ...message, at: message.at.toISOString() } } : {}),
  ...(calledBack ? { calledBack: presentCallBack(calledBack) } : {}),
})

const presentCallBack = ({ satisfied, words, at, isStuck }: NonNullable<OrderDoc['calledBack']>) => ({
  satisfied, at: at.toISOString(),
  ...(words ? { words } : {}),
  ...(isStuck ? { trouble: '群众说没办好，但这件事已不能自动重新办理，请另行登记' } : {}),
})

export const presentReport = ({ _id, day, at, byId, theirs, ours, rows, hasMore }: ReportDoc, names: ReadonlyMap<string, string>): ReportView => ({
  id: _id, day, at: at.toISOString(), byName: byId === undefined ? '系统' : (names.get(byId) ?? ''), theirs, ours, rows, hasMore,
})

export const presentSource = ({ code, name, version, columns, dateFormat, categoryWords, gradeWords, at, by }: SourceDoc, names: ReadonlyMap<string, string>): SourceView => ({
  code, name, version, columns, dateFormat, categoryWords, gradeWords,
  ...(at ? { at: at.toISOString() } : {}),
  byName: by === undefined ? '系统自带' : (names.get(by) ?? ''),
})
