import { readRow, type Order, type Problem } from '@xiangli/shared/hotline/read-row'
import { fieldLabels, NEEDED_FIELDS, suggestColumns, type Columns, type OrderField } from '@xiangli/shared/hotline/source'
import { digestOf } from '../digest'
import { openCodes } from '../our-type'
import type { SourceDoc } from '../source.model'
import { openTable } from '../../file'

export interface ReadOrder {
  row: number
  order?: Order
  externalNumber: string
  problems: Problem[]
  unknownCategory?: string
}

export interface ReadFile {
  headers: string[]
  columns: Columns
  missing: OrderField[]
  rows: ReadOrder[]
}

interface How {
  source: SourceDoc
  columns: Columns | undefined
  now: Date
}

/** One number twice in a file is one order: a second that says the same is passed over, another is an error. */
const findTwice = (rows: readonly ReadOrder[], column: string): ReadOrder[] => {
  const first = new Map<string, ReadOrder>()
  return rows.map((each) => {
    const { order } = each
    if (!order) return each
    const before = first.get(order.externalNumber)
    if (!before?.order) {
      first.set(order.externalNumber, each)
      return each
    }
    if (digestOf(before.order) === digestOf(order)) return each
    const { order: _dropped, ...rest } = each
    return { ...rest, problems: [...each.problems, { column, text: `和第 ${before.row} 行编号相同、内容不同；请核对哪一行是对的，只留一行`, isError: true }] }
  })
}

/** A file as orders with what is wrong in each row, by what the source's version and the chosen columns say. */
export const readOrders = async (bytes: Buffer, { source, columns: chosen, now }: How): Promise<ReadFile> => {
  const { headers, rows } = await openTable(bytes)
  const columns = chosen ?? suggestColumns(headers, source.columns)
  const missing = NEEDED_FIELDS.filter((field) => !columns[field] || !headers.includes(columns[field]))
  const table = { headers, columns, rules: source, categories: openCodes(), now }
  const read = missing.length > 0 ? [] : rows.map(({ row, cells }): ReadOrder => {
    const found = readRow(cells, table)
    const at = headers.indexOf(columns.externalNumber ?? '')
    return { row, ...found, externalNumber: found.order?.externalNumber ?? String(cells[at] ?? '').slice(0, 40) }
  })
  return { headers, columns, missing, rows: findTwice(read, columns.externalNumber ?? fieldLabels.externalNumber) }
}
