import { normalPhone } from '../casework/channels'
import type { Grade } from '../casework/states'
import { readMoment } from './moment'
import { fieldLabels, type Columns, type OrderField, type SourceRules } from './source'
import { wordsOf, type Cell } from '../file/cell'

/** One order as it would become a case. */
export interface Order {
  externalNumber: string
  words: string
  name?: string
  phone?: string
  occurredAt?: string
  due?: string
  category?: string
  grade?: Grade
  town?: string
  village?: string
  address?: string
}

/** Which column, what is wrong, what to do; a remark lets the row through. */
export interface Problem {
  column: string
  text: string
  isError: boolean
}

export interface ReadRow {
  order?: Order
  problems: Problem[]
  /** A word of theirs for which no category is known. */
  unknownCategory?: string
}

export const MAX_WORDS = 1000
const NUMBER = /^[\p{Script=Han}\w\-/.#〔〕[\]()]{2,40}$/u
// Excel keeps fifteen digits of a number and turns the others into noughts.
const MOST_DIGITS = 15

type Say = (field: OrderField, text: string, isError?: boolean) => void

interface Reading {
  get: (field: OrderField) => string
  say: Say
  rules: Omit<SourceRules, 'columns'>
  now: Date
}

const cutTo = ({ get, say }: Reading, field: OrderField, max: number): string | undefined => {
  const said = get(field)
  if (said.length <= max) return said || undefined
  say(field, `超过 ${max} 字，只带进了前 ${max} 字；全文请在热线平台看`)
  return said.slice(0, max)
}

const readNumber = ({ get, say }: Reading, cell: Cell): string => {
  const said = get('externalNumber').normalize('NFKC').replace(/\s/g, '')
  if (!said) say('externalNumber', '是空的；没有编号就认不出重复的工单，请补上', true)
  else if (typeof cell === 'number' && said.length > MOST_DIGITS) say('externalNumber', 'Excel 把长编号当成数字，末尾已经变成 0；请把这一列设成文本，重新导出', true)
  else if (!NUMBER.test(said)) say('externalNumber', `“${said.slice(0, 20)}”不像编号（2 到 40 个字母、数字或汉字），请核对`, true)
  return said
}

const readWords = (reading: Reading): string => {
  const [title, words] = [reading.get('title'), reading.get('words')]
  if (!words && !title) reading.say('words', '是空的；请补上群众反映了什么', true)
  const both = title && !words.includes(title) ? [title, words].filter(Boolean).join('\n') : words
  if (both.length > MAX_WORDS) reading.say('words', `超过 ${MAX_WORDS} 字，只带进了前 ${MAX_WORDS} 字；全文请在热线平台看`)
  return both.slice(0, MAX_WORDS)
}

const readPhone = ({ get, say }: Reading): string | undefined => {
  const said = get('phone')
  if (!said) return undefined
  // Two numbers in one cell: the first is rung.
  const phone = said.split(/[,，;；、/]/).map(normalPhone).find((each) => each !== null)
  if (!phone) say('phone', '不是 11 位手机号，也不是带区号的座机；已按没有留电话导入，请到热线平台核对')
  return phone ?? undefined
}

const readTime = (reading: Reading, field: 'occurredAt' | 'due'): string | undefined => {
  const said = reading.get(field)
  if (!said) return undefined
  const at = readMoment(said, { format: reading.rules.dateFormat, isEnd: field === 'due' })
  if (at && field === 'due' && at <= reading.now) reading.say(field, '已经过了，导入后马上是超期；请核对日期写法')
  if (at) return at.toISOString()
  // A limit that is not understood would be a limit that is missed.
  reading.say(field, `“${said.slice(0, 20)}”不是能认的日期；请写成 2026-11-22 17:00，或在列对应里换日期写法`, field === 'due')
  return undefined
}

/** Their word may be any, such as one that every object has. */
const meaning = <T>(words: Record<string, T>, said: string): T | undefined => (Object.hasOwn(words, said) ? words[said] : undefined)

const readCategory = ({ get, say, rules }: Reading, known: ReadonlySet<string>): { category?: string; unknownCategory?: string } => {
  const said = get('category')
  if (!said) return {}
  const parts = [said, ...said.split(/[-—>/\\|·、]/).map((part) => part.trim()).filter(Boolean).reverse()]
  const category = parts.map((part) => meaning(rules.categoryWords, part)).find((code) => code !== undefined && known.has(code))
  if (category) return { category }
  say('category', `“${said.slice(0, 20)}”还没有对上本县的类别；先不分类导入，由调度员定`)
  return { unknownCategory: said.slice(0, 40) }
}

const readGrade = ({ get, say, rules }: Reading): Grade | undefined => {
  const said = get('grade')
  if (!said) return undefined
  const grade = meaning(rules.gradeWords, said)
  if (!grade) say('grade', `不认得“${said.slice(0, 20)}”，按一般办理；可在列对应里补上这个词`)
  return grade
}

interface Table {
  headers: readonly string[]
  columns: Columns
  rules: Omit<SourceRules, 'columns'>
  /** Codes of our categories. */
  categories: ReadonlySet<string>
  now: Date
}

/** One row of a table as an order, with everything that is wrong with it; never stops at the first. */
export const readRow = (cells: readonly Cell[], { headers, columns, rules, categories, now }: Table): ReadRow => {
  const problems: Problem[] = []
  const cellOf = (field: OrderField): Cell => {
    const header = columns[field]
    return header === undefined ? undefined : cells[headers.indexOf(header)]
  }
  const reading: Reading = {
    get: (field) => wordsOf(cellOf(field)),
    say: (field, text, isError = false) => void problems.push({ column: columns[field] ?? fieldLabels[field], text, isError }),
    rules,
    now,
  }
  const { category, unknownCategory } = readCategory(reading, categories)
  const order = defined({
    externalNumber: readNumber(reading, cellOf('externalNumber')),
    words: readWords(reading),
    name: cutTo(reading, 'name', 20),
    phone: readPhone(reading),
    occurredAt: readTime(reading, 'occurredAt'),
    due: readTime(reading, 'due'),
    category,
    grade: readGrade(reading),
    town: cutTo(reading, 'town', 40),
    village: cutTo(reading, 'village', 40),
    address: cutTo(reading, 'address', 100),
  }) as unknown as Order
  const isGood = problems.every(({ isError }) => !isError)
  return { ...(isGood ? { order } : {}), problems, ...(unknownCategory ? { unknownCategory } : {}) }
}

const defined = (from: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(from).filter((entry): entry is [string, string] => Boolean(entry[1])))
