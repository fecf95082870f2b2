import type { ReadResponsibility } from '@xiangli/shared/casework/contract/responsibility'
import { ResponsibilityRow } from '@xiangli/shared/casework/contract/responsibility'
import { MOST_IN_FILE } from '@xiangli/shared/casework/responsibility-file'
import { wordsOf } from '@xiangli/shared/file/cell'
import { openTable, writeTable, type TableRow } from '../../file'
import { fail } from '../../../core/fail'
import { defineCommand, defineQuery } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { unitsNamed } from '../../region'
import { unitName } from '../present/names'
import { FIRST_VERSION, Responsibilities, type ResponsibilityDoc } from '../responsibility.model'
import { allCaseTypes } from '../types'

const HEADS = ['编号', '单位', '事项', '依据', '类别', '状态'] as const
const NEEDED: readonly (typeof HEADS)[number][] = ['编号', '单位', '事项', '依据']
const RETIRED = '停用'

type Said = Record<(typeof HEADS)[number], string>

const categories = () => allCaseTypes().flatMap((type) => type.categories)
const labelOf = (code: string): string => categories().find((each) => each.code === code)?.label ?? code

const saidIn = ({ cells }: TableRow, headers: readonly string[]): Said => {
  const words = (head: string): string => wordsOf(cells[headers.indexOf(head)])
  return Object.fromEntries(HEADS.map((head) => [head, words(head)])) as Said
}

interface Given {
  said: Said
  before: ResponsibilityDoc | undefined
}

/** The words of a line as a row, with what cannot be taken. */
const rowOf = ({ said, before }: Given): { row: ResponsibilityRow | null; problem: string | undefined } => {
  if (said.编号 === '') return { row: null, problem: '没有编号' }
  const units = unitsNamed(said.单位)
  const labels = said.类别.split(/[、，,;；\s]+/u).filter(Boolean)
  const codes = labels.map((label) => categories().find((each) => each.label === label || each.code === label)?.code)
  const unknown = labels.find((_, at) => codes[at] === undefined)
  const [unit] = units
  if (units.length !== 1 || !unit) return { row: null, problem: units.length > 1 ? `县里有几个叫“${said.单位}”的单位` : `没有叫“${said.单位}”的单位` }
  if (unknown) return { row: null, problem: `没有“${unknown}”这个类别` }
  const parsed = ResponsibilityRow.safeParse({
    code: said.编号, version: before ? (before.version ?? FIRST_VERSION) : 0, unitId: unit.id, title: said.事项, basis: said.依据,
    categories: codes.filter((code) => code !== undefined), isRetired: said.状态 === RETIRED,
  })
  return parsed.success ? { row: parsed.data, problem: undefined } : { row: null, problem: `${HEADS[fieldAt(parsed.error.issues[0]?.path[0])]}：${parsed.error.issues[0]?.message ?? '不对'}` }
}

const fieldAt = (field: unknown): number => Math.max(0, ['code', 'unitId', 'title', 'basis', 'categories', 'isRetired'].indexOf(String(field)))

const isSame = (row: ResponsibilityRow, before: ResponsibilityDoc): boolean =>
  row.unitId === before.unitId && row.title === before.title && row.basis === before.basis && row.isRetired === (before.isRetired ?? false) && row.categories.join() === before.categories.join()

const fateOf = (line: TableRow, { said, before }: Given, isTwice: boolean): ReadResponsibility => {
  const { row, problem } = isTwice && said.编号 !== '' ? { row: null, problem: '这个编号在文件里有两行' } : rowOf({ said, before })
  const fate = row === null ? 'wrong' : before === undefined ? 'new' : isSame(row, before) ? 'same' : 'changed'
  return {
    row: line.row, fate, ...(problem ? { problem } : {}),
    code: said.编号, version: row?.version ?? 0, unitId: row?.unitId ?? '', unitName: row ? unitName(row.unitId) : said.单位, title: said.事项, basis: said.依据,
    categories: row?.categories ?? [], isRetired: row?.isRetired ?? false,
  }
}

const readFile = async (bytes: Buffer): Promise<ReadResponsibility[]> => {
  const { headers, rows } = await openTable(bytes)
  const missing = NEEDED.filter((head) => !headers.includes(head))
  if (missing.length > 0) fail('casework.columnsMissing', { field: 'file', message: `缺这几列：${missing.join('、')}；第一行要写列名` })
  if (rows.length > MOST_IN_FILE) fail('file.tooManyRows', { field: 'file', message: `一次最多 ${MOST_IN_FILE} 行` })
  const lines = rows.map((line) => ({ line, said: saidIn(line, headers) }))
  const known = new Map((await Responsibilities.list({ code: { $in: lines.map(({ said }) => said.编号) } }, { hint: 'responsibility_code' })).map((doc) => [doc.code, doc]))
  const codes = lines.map(({ said }) => said.编号)
  return lines.map(({ line, said }, at) => fateOf(line, { said, before: known.get(said.编号) }, codes.indexOf(said.编号) < at))
}

/** Keeps nothing of the file; what the rows would become is sent back and imported row by row. */
export const readResponsibilityFile = defineCommand('casework.readResponsibilityFile', {
  prepare: async (ctx) => readFile((ctx.attachment ?? fail('hotline.noFile', { field: 'file' })).bytes),
  run: async (ctx, _input, rows: ReadResponsibility[]) => {
    needVisible(ctx, { scopeKeys: [ctx.county] })
    ctx.record({ type: 'responsibility', id: 'file' })
    return rows
  },
  present: (_ctx, rows) => ({ rows }),
  // The file is not kept: asked again it is sent again, under a key of its own.
  reload: async () => fail('core.keyReused'),
})

const MOST_OUT = 5000
const WIDTHS: Record<(typeof HEADS)[number], number> = { 编号: 16, 单位: 22, 事项: 40, 依据: 48, 类别: 22, 状态: 8 }

export const exportResponsibilities = defineQuery('casework.exportResponsibilities', async (ctx) => {
  needVisible(ctx, { scopeKeys: [ctx.county] })
  const docs = await Responsibilities.list({}, { sort: { code: 1 }, limit: MOST_OUT, hint: 'responsibility_code' })
  const lines = docs.map(({ code, unitId, title, basis, categories: codes, isRetired }) =>
    [code, unitName(unitId), title, basis, codes.map(labelOf).join('、'), isRetired ? RETIRED : '在用'])
  return { fileName: '权责清单.xlsx', base64: await writeTable({ sheet: '权责清单', heads: HEADS.map((head) => [head, WIDTHS[head]]), rows: lines }) }
})
