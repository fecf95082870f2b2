import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { sheetWords, type Sheet, type SheetValue } from '@xiangli/shared/core/sheet'
import { SHANGHAI_OFFSET } from '@xiangli/shared/core/time'

type Cell = string | number | null | { value: string; fontWeight?: 'bold'; wrap?: boolean } | { value: Date; format: string }

interface Page {
  sheet: string
  data: Cell[][]
  columns: { width: number }[]
  stickyRowsCount?: number
}

/** A workbook knows no zones: the instant is written as the clock in Asia/Shanghai stood. */
const cellOf = (value: SheetValue): Cell => {
  if (value === null || value === undefined || value === '') return null
  if (value instanceof Date) return { value: new Date(value.getTime() + SHANGHAI_OFFSET), format: 'yyyy-mm-dd hh:mm' }
  return typeof value === 'number' ? value : sheetWords(value)
}

const LIBRARY = createRequire(import.meta.url).resolve('write-excel-file/node')

/** Ten thousand rows take most of a second to write: beside the requests, not between them. */
const WRITER = `
const { parentPort, workerData } = require('node:worker_threads')
const library = require(workerData.library)
const write = library.default ?? library
write(workerData.pages).toBuffer().then((bytes) => parentPort.postMessage(bytes))
`

const written = (pages: Page[]): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(WRITER, { eval: true, workerData: { library: LIBRARY, pages } })
    worker.once('message', (bytes: Uint8Array) => {
      resolve(Buffer.from(bytes))
      void worker.terminate()
    })
    worker.once('error', reject)
  })

interface Book {
  sheet: Sheet<unknown>
  rows: readonly unknown[]
  /** What is said of it on a page of its own. */
  notes: readonly (readonly [string, string])[]
  /** Said after the last row as well, where not all is there. */
  end: string | undefined
}

export const writeBook = ({ sheet: { name, columns }, rows, notes, end }: Book): Promise<Buffer> => {
  const data: Cell[][] = [columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const })), ...rows.map((row) => columns.map(({ value }) => cellOf(value(row))))]
  if (end) data.push([{ value: end, fontWeight: 'bold' }])
  const said = notes.map(([what, words]): Cell[] => [{ value: what, fontWeight: 'bold' }, { value: sheetWords(words), wrap: true }])
  return written([
    { sheet: name, data, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
    { sheet: '说明', data: said, columns: [{ width: 14 }, { width: 80 }] },
  ])
}
