import { sheetWords } from '@xiangli/shared/core/sheet'
import { rowOutcomeLabels } from '@xiangli/shared/hotline/states'
import { readPage } from '../../../core/cursor'
import { defineQuery, type Context } from '../../../core/operation'
import { services } from '../../../core/services'
import { needVisible, personIdOf, within } from '../../../core/within'
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

const HEAD = ['行', '工单编号', '结果', '办件编号', '哪一列', '怎么回事，怎么办']
const head = HEAD.map((value) => ({ value, fontWeight: 'bold' as const }))
const wordsCell = (value: string) => ({ type: String, value: sheetWords(value) })

/** Every cell is words: what begins with "=" stays what somebody wrote. */
const linesOf = ({ row, externalNumber, outcome, serial = '', problems }: ImportedRow) =>
  (problems.length > 0 ? problems : [{ column: '', text: '' }]).map(({ column, text }) => [
    { type: Number, value: row }, ...[externalNumber, rowOutcomeLabels[outcome], serial, column, text].map(wordsCell),
  ])

export const downloadImport = defineQuery('hotline.downloadImport', async (ctx, { importId }) => {
  const { rows, fileName, sourceName } = await Imports.need({ _id: importId, ...mine(ctx) })
  const columns = [6, 24, 16, 18, 14, 60].map((width) => ({ width }))
  const { default: writeXlsx } = await import('write-excel-file/node')
  const bytes = await writeXlsx([head, ...[...rows].sort((a, b) => a.row - b.row).flatMap(linesOf)], { columns, sheet: '导入结果', stickyRowsCount: 1 }).toBuffer()
  return { fileName: `导入结果-${(fileName ?? sourceName).replace(/\.(xlsx|csv)$/i, '')}.xlsx`, base64: bytes.toString('base64') }
})
