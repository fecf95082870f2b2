import { rowOutcomeLabels } from '@xiangli/shared/hotline/states'
import { readPage } from '../../../core/cursor'
import { defineQuery, type Context } from '../../../core/operation'
import { services } from '../../../core/services'
import { needVisible, personIdOf, within } from '../../../core/within'
import { writeTable } from '../../file'
import { namesOfPersons } from '../../journal'
import { Imports, type ImportedRow } from '../import.model'
import { messagesOf } from '../message.model'
import { ATTENTION, Orders } from '../order.model'
import { presentImport, presentMessage, presentOrders, presentReport, presentSource } from '../present'
import { Reports } from '../report.model'
import { currentSources } from '../source.model'

/** How a county's tables are read; of nobody in it. */
export const listSources = defineQuery('hotline.listSources', async (ctx) => {
  within(ctx)
  const sources = await currentSources()
  const names = await namesOfPersons(sources.flatMap(({ by }) => by ?? []))
  return { items: sources.map((source) => presentSource(source, names)), isConnected: services().hotline !== undefined }
})

export const listOrders = defineQuery('hotline.listOrders', async (ctx, { show, externalNumber, limit, cursor }) => {
  const { docs, next } = await readPage(Orders, {
    filter: { ...within(ctx), ...(show === 'attention' ? { rank: { $gte: ATTENTION } } : {}), ...(externalNumber ? { externalNumber } : {}) },
    sort: { by: 'rank', direction: -1 },
    index: externalNumber ? 'hotline_order_any_number' : 'hotline_order_list',
    limit, cursor,
  })
  return { items: await presentOrders(ctx, docs), ...(next ? { next } : {}) }
})

export const listMessages = defineQuery('hotline.listMessages', async (ctx, { orderId }) => {
  const order = needVisible(ctx, await Orders.one({ _id: orderId }))
  return { items: (await messagesOf(order._id)).map(presentMessage) }
})

/** What became of a file is for who brought it: its rows may lie where another's rights end. */
const mine = (ctx: Context): { byId: string } => {
  ctx.scopeApplied = true
  return { byId: personIdOf(ctx) }
}

export const listImports = defineQuery('hotline.listImports', async (ctx, { limit, cursor }) => {
  const { docs, next } = await readPage(Imports, { filter: mine(ctx), sort: { by: 'at', direction: -1 }, limit, cursor, projection: { rows: 0 } })
  return { items: docs.map((doc) => { const { rows: _, ...rest } = presentImport(doc); return rest }), ...(next ? { next } : {}) }
})

export const listReports = defineQuery('hotline.listReports', async (ctx, { limit, cursor }) => {
  needVisible(ctx, { scopeKeys: [ctx.county] })
  const { docs, next } = await readPage(Reports, { filter: {}, sort: { by: 'day', direction: -1 }, limit, cursor })
  const names = await namesOfPersons(docs.flatMap(({ byId }) => byId ?? []))
  return { items: docs.map((doc) => presentReport(doc, names)), ...(next ? { next } : {}) }
})

const HEADS = [['行', 6], ['工单编号', 24], ['结果', 16], ['办件编号', 18], ['哪一列', 14], ['怎么回事，怎么办', 60]] as const

const linesOf = ({ row, externalNumber, outcome, serial = '', problems }: ImportedRow) =>
  (problems.length > 0 ? problems : [{ column: '', text: '' }]).map(({ column, text }) => [row, externalNumber, rowOutcomeLabels[outcome], serial, column, text])

export const downloadImport = defineQuery('hotline.downloadImport', async (ctx, { importId }) => {
  const { rows, fileName, sourceName } = await Imports.need({ _id: importId, ...mine(ctx) })
  const base64 = await writeTable({ sheet: '导入结果', heads: HEADS, rows: [...rows].sort((a, b) => a.row - b.row).flatMap(linesOf) })
  return { fileName: `导入结果-${(fileName ?? sourceName).replace(/\.(xlsx|csv)$/i, '')}.xlsx`, base64 }
})
