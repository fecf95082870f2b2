import { sheetWords } from '@xiangli/shared/core/sheet'

interface Written {
  sheet: string
  /** What stands over each column, and its width in characters. */
  heads: readonly (readonly [string, number])[]
  rows: readonly (readonly (string | number)[])[]
}

const cellOf = (value: string | number) => (typeof value === 'number' ? { type: Number, value } : { type: String, value: sheetWords(value) })

/** A small table as a workbook, in base64. Words stay words: what begins with "=" is what somebody wrote. */
export const writeTable = async ({ sheet, heads, rows }: Written): Promise<string> => {
  const head = heads.map(([value]) => ({ value, fontWeight: 'bold' as const }))
  const columns = heads.map(([, width]) => ({ width }))
  const { default: writeXlsx } = await import('write-excel-file/node')
  const bytes = await writeXlsx([head, ...rows.map((row) => row.map(cellOf))], { columns, sheet, stickyRowsCount: 1 }).toBuffer()
  return bytes.toString('base64')
}
