/** Rows of a workbook, and of one part of it as it is saved. */
export const MOST_IN_FILE = 1000
export const MOST_AT_ONCE = 100
