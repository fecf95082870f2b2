import { z } from 'zod'
import { command, query } from '../../core/contract'
import { Instant, oneOf, text, UnitId } from '../../core/fields'
import { MOST_AT_ONCE } from '../responsibility-file'
import { Responsibility } from './returns'

const Code = z.string().regex(/^[A-Za-z0-9一-鿿-]{1,40}$/u, '编号用字母、数字、汉字和短横线，最多 40 个')

/** One row as it is to be; `version` is the one looked at, 0 for a row that is not there yet. */
export const ResponsibilityRow = z.object({
  code: Code,
  version: z.number().int().min(0),
  unitId: UnitId,
  title: text(60),
  basis: text(160),
  categories: z.array(z.string().max(40)).max(10, '最多 10 个类别').default([]),
  isRetired: z.boolean().default(false),
})
export type ResponsibilityRow = z.output<typeof ResponsibilityRow>

export const ROW_FATES = ['new', 'changed', 'same', 'wrong'] as const
export type RowFate = (typeof ROW_FATES)[number]

/** A row of a file, as Excel numbers it, and what would become of it. */
export const ReadResponsibility = z.object({
  row: z.number().int(),
  fate: oneOf(ROW_FATES),
  problem: z.string().optional(),
  code: z.string(),
  version: z.number().int(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  basis: z.string(),
  categories: z.array(z.string()),
  isRetired: z.boolean(),
})
export type ReadResponsibility = z.infer<typeof ReadResponsibility>

const wrong = ['casework.responsibilityChanged', 'casework.unknownCategory', 'region.unknownUnit'] as const

/** 权责清单, row by row and as a workbook. */
export const responsibilityContract = {
  'casework.saveResponsibility': command({
    summary: '保存权责清单的一条；version 是改之前看到的一版，新加为 0；停用也是新的一版',
    input: ResponsibilityRow,
    output: Responsibility,
    errors: wrong,
  }),
  'casework.listResponsibilityVersions': query({
    scope: 'staff',
    summary: '权责清单一条的各个版本，新的在前',
    input: z.object({ code: Code }),
    output: z.object({ items: z.array(Responsibility.extend({ at: Instant.optional(), byName: z.string() })) }),
    errors: [],
  }),
  'casework.readResponsibilityFile': command({
    summary: '看一份权责清单文件（multipart，文件字段名 file）每一行会怎样：新加、改动、没变、有错；什么都不保存',
    input: z.object({}),
    output: z.object({ rows: z.array(ReadResponsibility) }),
    errors: ['hotline.noFile', 'file.tableTooLarge', 'file.tooManyRows', 'file.notATable', 'file.unsafeTable', 'file.noHeader', 'casework.columnsMissing'],
    carriesFile: true,
  }),
  'casework.importResponsibilities': command({
    summary: `一次保存权责清单的几条（最多 ${MOST_AT_ONCE} 条）；有一条不成，这几条都不存`,
    input: z.object({ rows: z.array(ResponsibilityRow).min(1).max(MOST_AT_ONCE, `一次最多 ${MOST_AT_ONCE} 条`) }),
    output: z.object({ saved: z.number().int() }),
    errors: wrong,
  }),
  'casework.exportResponsibilities': query({
    scope: 'staff',
    summary: '权责清单存成 Excel 文件，改好可以再导入',
    input: z.object({}),
    output: z.object({ fileName: z.string(), base64: z.string() }),
    errors: [],
  }),
}
