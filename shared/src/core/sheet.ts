/** A date is an instant; a sheet shows it as the clock in Asia/Shanghai stands. */
export type SheetValue = string | number | Date | null | undefined

export interface SheetColumn<R> {
  title: string
  /** In characters. */
  width: number
  value: (row: R) => SheetValue
}

/** A list as a workbook: declared once, beside what the list answers, and read by the one operation that makes them. */
export interface Sheet<R> {
  name: string
  columns: readonly SheetColumn<R>[]
}

/** More is no list to work with; the sheet says where it ends. */
export const MOST_ROWS = 10_000

const MOST_IN_CELL = 32_000
// Not allowed in a workbook's text at all: one of them and it does not open.
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\p{Cs}]/gu
/** Words that begin so are run as a formula by whoever saves the sheet as text and opens it again. */
const BEGINS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Somebody's words as words, whatever they begin with. */
export const sheetWords = (value: string): string => {
  const words = value.replace(UNWRITABLE, '').slice(0, MOST_IN_CELL)
  return BEGINS_FORMULA.test(words) ? `'${words}` : words
}

export const instantOrNothing = (at: string | undefined): Date | null => (at ? new Date(at) : null)
