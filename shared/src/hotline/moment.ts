import { SHANGHAI_OFFSET } from '../core/time'
import type { DateFormat } from './source'

const PARTS = /^(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,4})日?(?:[T\s]*(\d{1,2})[:时点](\d{1,2})?(?:[:分](\d{1,2}))?[分秒]?(?:\.\d+)?)?$/
const SOLID = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/

const orderOf: Record<DateFormat, (parts: [number, number, number]) => [number, number, number]> = {
  auto: ([y, m, d]) => [y, m, d],
  dmy: ([d, m, y]) => [y, m, d],
  mdy: ([m, d, y]) => [y, m, d],
}

const END_OF_DAY = [23, 59, 59] as const

interface How {
  format: DateFormat
  /** A day without an hour: a limit runs to its end, anything else is said of its beginning. */
  isEnd?: boolean
}

const yearFirst = (said: string): boolean => /^\d{4}/.test(said)

/** An instant as a table writes it, in the time of the place; null where it is none. */
export const readMoment = (said: string, { format, isEnd }: How): Date | null => {
  const words = said.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const found = PARTS.exec(words) ?? SOLID.exec(words)
  if (!found) return null
  const [one, two, three] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const [year, month, day] = orderOf[yearFirst(words) ? 'auto' : format]([one, two, three])
  const clock = found[4] === undefined ? (isEnd ? END_OF_DAY : ([0, 0, 0] as const)) : [Number(found[4]), Number(found[5] ?? 0), Number(found[6] ?? 0)]
  const [hour = 0, minute = 0, second = 0] = clock
  if (year < 2000 || year > 2100 || hour > 23 || minute > 59 || second > 59) return null
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // 30 February rolls over to another day: that is no date.
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null
  return new Date(at.getTime() - SHANGHAI_OFFSET)
}
