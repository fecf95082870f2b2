/** A cell that starts like a formula would be run by a spreadsheet; a leading quote keeps it words. */
const isFormula = /^[=+\-@\t\r]/

export function cell(value: string): string {
  const safe = isFormula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** Saves rows as CSV; the mark in front lets Excel read Chinese. */
export function saveCsv(name: string, rows: string[][]) {
  const text = `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
