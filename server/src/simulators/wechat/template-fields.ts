const HAN = '\\p{Script=Han}'
const DATE = '(\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})'
const CLOCK = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?'
const spanOf = (point: string): RegExp => new RegExp(`^${point}(\\s?~\\s?${point})?$`)
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'u')

/** What each kind of template field holds, as WeChat's page on subscribe messages lists it. */
const KINDS: Record<string, RegExp> = {
  thing: whole('[^\\n]{1,20}'),
  number: whole('(?=.{1,32}$)-?\\d+(\\.\\d+)?'),
  letter: whole('[A-Za-z]{1,32}'),
  symbol: whole('[^\\p{L}\\p{N}\\s]{1,5}'),
  character_string: whole('[\\x21-\\x7e]{1,32}'),
  time: spanOf(`(${DATE}\\s?)?${CLOCK}`),
  date: spanOf(`${DATE}(\\s?${CLOCK})?`),
  amount: whole('[^\\p{L}\\p{N}\\s]?\\d{1,10}(\\.\\d+)?元?'),
  phone_number: whole('[\\d+() -]{1,17}'),
  car_number: whole(`${HAN}?[A-Za-z0-9]{1,7}${HAN}?`),
  name: whole(`([${HAN}A-Za-z·\\s]{1,10}|[A-Za-z\\s.'-]{1,20})`),
  phrase: whole(`${HAN}{1,5}`),
  enum: whole('.{1,40}'),
}

/** The kind of a field such as `thing1` or `character_string12`. */
const kindOf = (field: string): RegExp | undefined => KINDS[field.replace(/\d+$/, '')]

const valueOf = (entry: unknown): string | undefined => {
  if (typeof entry !== 'object' || entry === null || !('value' in entry)) return undefined
  const { value } = entry
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}

/** WeChat's words for the first field that is wrong, or null. */
export const whyNotData = (fields: readonly string[], data: Record<string, unknown>): string | null => {
  for (const field of fields) {
    const value = valueOf(data[field])
    if (value === undefined || value.trim() === '') return `argument invalid! data.${field}.value is empty`
    if (!kindOf(field)?.test(value)) return `argument invalid! data.${field}.value invalid`
  }
  const stranger = Object.keys(data).find((field) => !fields.includes(field))
  return stranger === undefined ? null : `argument invalid! data.${stranger}.value invalid`
}
