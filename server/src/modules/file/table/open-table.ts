import { wordsOf, type Cell } from '@xiangli/shared/file/cell'
import { AppError, fail } from '../../../core/fail'
import { refuseHostileWorkbook } from './zip-gate'

export const MAX_BYTES = 5 * 1024 * 1024
export const MAX_ROWS = 5_000
const MAX_COLUMNS = 100
/** A title or a date may stand above the header. */
const HEADER_WITHIN = 6
const LEAST_HEADERS = 2

export interface TableRow {
  /** As Excel numbers it. */
  row: number
  cells: Cell[]
}

export interface Table {
  headers: string[]
  rows: TableRow[]
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')

const readWorkbook = async (bytes: Buffer): Promise<Cell[][]> => {
  refuseHostileWorkbook(bytes, { rows: MAX_ROWS + HEADER_WITHIN, columns: MAX_COLUMNS })
  // What reads a table is loaded with the first one: most processes never see any.
  const { readSheet } = await import('read-excel-file/node')
  try {
    // Of a formula the reader takes the value Excel kept; nothing is ever worked out here.
    return (await readSheet(bytes)) as Cell[][]
  } catch {
    return fail('file.notATable', { field: 'file' })
  }
}

/** Excel in Chinese saves CSV in GBK; a platform in UTF-8, with or without its mark. */
const decode = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const delimiterOf = (words: string): string => {
  const head = words.slice(0, words.indexOf('\n') === -1 ? 4_000 : words.indexOf('\n'))
  return ([',', '\t', ';'] as const).map((sign) => ({ sign, count: head.split(sign).length })).sort((a, b) => b.count - a.count)[0]?.sign ?? ','
}

const readCsv = async (bytes: Buffer): Promise<Cell[][]> => {
  const words = decode(bytes)
  if (words.includes('\0') || words.includes('\ufffd')) return fail('file.notATable', { field: 'file' })
  const { parse } = await import('csv-parse/sync')
  try {
    return parse(words, { bom: true, delimiter: delimiterOf(words), relax_column_count: true, relax_quotes: true, to: MAX_ROWS + HEADER_WITHIN + 1, max_record_size: 200_000 }) as string[][]
  } catch (error) {
    if (error instanceof AppError) throw error
    return fail('file.notATable', { field: 'file' })
  }
}

const isBlank = (cells: readonly Cell[]): boolean => cells.every((cell) => wordsOf(cell) === '')

/** A title merged over the table is one cell: the header is the first row with more than that. */
const headerAt = (lines: readonly Cell[][]): number => {
  const at = lines.slice(0, HEADER_WITHIN).findIndex((cells) => cells.filter((cell) => wordsOf(cell) !== '').length >= LEAST_HEADERS)
  return at === -1 ? fail('file.noHeader', { field: 'file' }) : at
}

/** Two columns of one name are told apart, or the second could never be chosen. */
const named = (cells: readonly Cell[]): string[] => {
  const seen = new Map<string, number>()
  return cells.slice(0, MAX_COLUMNS).map((cell) => {
    const header = wordsOf(cell).replace(/\s+/g, ' ').slice(0, 50)
    const times = (seen.get(header) ?? 0) + 1
    seen.set(header, times)
    return header && times > 1 ? `${header}（${times}）` : header
  })
}

/** A file as rows under headers, whatever it was written by; refused when it is too large, no table, or meant to harm. */
export const openTable = async (bytes: Buffer): Promise<Table> => {
  if (bytes.length > MAX_BYTES) fail('file.tableTooLarge', { field: 'file' })
  const lines = bytes.subarray(0, ZIP.length).equals(ZIP) ? await readWorkbook(bytes) : await readCsv(bytes)
  const at = headerAt(lines)
  const rows = lines.slice(at + 1).map((cells, n) => ({ row: at + n + 2, cells })).filter(({ cells }) => !isBlank(cells))
  if (rows.length > MAX_ROWS) fail('file.tooManyRows', { field: 'file' })
  return { headers: named(lines[at] ?? []), rows }
}
