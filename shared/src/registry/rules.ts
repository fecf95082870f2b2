/** GB 11643-1999, clause 4.4 (ISO 7064 MOD 11-2): weight of each of the first 17 digits. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_DIGITS = '10X98765432'

/** The 18th character for 17 leading digits. */
export const idNumberCheckDigit = (first17: string): string => {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('idNumberCheckDigit needs exactly 17 digits')
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * (first17.charCodeAt(at) - 48), 0)
  return CHECK_DIGITS.charAt(sum % 11)
}

/** A day that exists, `YYYYMMDD`. */
const isCalendarDay = (digits: string): boolean => {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))]
  if (year < 1850 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/**
 * A citizen's 18-character number: area, a real birthday, order, check digit (upper-case X).
 * The area is not looked up: numbers keep the codes of counties that no longer exist.
 */
export const isIdNumber = (value: string): boolean =>
  /^[1-9]\d{16}[\dX]$/.test(value) &&
  isCalendarDay(value.slice(6, 14)) &&
  idNumberCheckDigit(value.slice(0, 17)) === value.charAt(17)

const stars = (count: number): string => '*'.repeat(Math.max(0, count))

/** `620821**********34`: the middle would leave few to guess from a birth year; anything of another length keeps only its last two characters. */
export const maskIdNumber = (value: string): string =>
  value.length === 18 ? `${value.slice(0, 6)}${stars(10)}${value.slice(16)}` : `${stars(value.length - 2)}${value.slice(-2)}`

/** `王**`: the first character, and never more than two stars, so that a long name does not stand out. */
export const maskName = (value: string): string => {
  const letters = [...value.trim()]
  return `${letters[0] ?? ''}${stars(Math.min(2, letters.length - 1))}`
}

/** `138****1234`; landlines and short numbers keep only their last two digits. */
export const maskPhone = (value: string): string =>
  /^1\d{10}$/.test(value) ? `${value.slice(0, 3)}${stars(4)}${value.slice(7)}` : `${stars(value.length - 2)}${value.slice(-2)}`
