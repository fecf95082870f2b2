/** A cell as a table holds it. */
export type Cell = string | number | boolean | Date | null | undefined

/** Our own sheets mark words that begin like a formula by an apostrophe, which is none of the words. */
const MARKED_WORDS = /^'(?=[=+\-@＝＋－＠])/

/** Words of a cell; a day stored as a day by Excel carries local time as if it were UTC. */
export const wordsOf = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '')
  if (typeof cell === 'number') return Number.isInteger(cell) && Math.abs(cell) < 1e21 ? BigInt(cell).toString() : String(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return cell.trim().replace(MARKED_WORDS, '')
}
