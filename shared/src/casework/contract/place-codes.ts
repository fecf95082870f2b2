import { z } from 'zod'
import { command, query } from '../../core/contract'
import { BoundedCount, Cursor, Id, Instant, oneOf, page, PageSize, Point, RegionId, text } from '../../core/fields'
import { PLACE_KINDS } from '../place-codes'
import { CallerPhone } from './intake'

const What = {
  name: text(30),
  kind: oneOf(PLACE_KINDS),
  villageId: RegionId,
  gridId: RegionId.optional(),
  point: Point.optional(),
  /** What it is mostly scanned for. */
  category: z.string().max(40).optional(),
  /** Where exactly, or what to look at; stands under the name. */
  words: text(60).optional(),
}
/** As many as go on one sheet run, and in one transaction. */
export const MOST_CODES_AT_ONCE = 200

const NewPlaceCode = z.object({ id: Id, ...What })
export type NewPlaceCode = z.infer<typeof NewPlaceCode>

export const PlaceCodeView = z.object({
  id: Id,
  code: z.string(),
  ...What,
  kindLabel: z.string(),
  categoryLabel: z.string().optional(),
  townName: z.string().optional(),
  villageName: z.string(),
  gridName: z.string().optional(),
  madeAt: Instant,
  madeByName: z.string(),
  retiredAt: Instant.optional(),
  reason: z.string().optional(),
})
export type PlaceCodeView = z.infer<typeof PlaceCodeView>

/** One row of a table, as a code that could be made or what is wrong with it. */
export const PlaceCodeRow = z.object({
  row: z.number().int(),
  item: z.object({ ...What, villageName: z.string(), gridName: z.string().optional() }).optional(),
  problems: z.array(z.string()),
})
export type PlaceCodeRow = z.infer<typeof PlaceCodeRow>

const codeErrors = ['casework.codeOutsideScope', 'casework.unknownCategory', 'region.unknown', 'casework.codePointElsewhere'] as const

/** What a report without sign-in is answered with: the one thing by which it is found again. */
export const PlaceReceipt = z.object({
  caseId: Id,
  serial: z.string(),
  /** Written down by whoever reported; nothing else opens it. */
  receipt: z.string(),
  deskName: z.string(),
  checkBy: Instant.optional(),
})
export type PlaceReceipt = z.infer<typeof PlaceReceipt>

export const placeCodeContract = {
  'casework.listPlaceCodes': query({
    scope: 'staff',
    summary: '地点码：新做的在前，带每个码收到的件数（最多数到 1000）',
    input: z.object({ regionId: RegionId.optional(), isRetired: z.boolean().default(false), limit: PageSize, cursor: Cursor.optional() }),
    output: page(PlaceCodeView.extend({ reports: BoundedCount })),
    errors: [],
  }),
  'casework.previewPlaceCodes': command({
    summary: '看一份表格（multipart，文件字段名 file；或贴进来的文字 text）会做成哪些地点码，每一行哪里不对；什么都不保存',
    input: z.object({ text: z.string().max(100_000).optional() }),
    output: z.object({ total: z.number().int(), good: z.number().int(), rows: z.array(PlaceCodeRow), missing: z.array(z.string()) }),
    errors: ['file.missing', 'file.tableTooLarge', 'file.tooManyRows', 'file.notATable', 'file.unsafeTable', 'file.noHeader'],
    carriesFile: true,
  }),
  'casework.addPlaceCodes': command({
    summary: '做地点码（一次最多 200 个，要么全做成要么一个不做）',
    input: z.object({ codes: z.array(NewPlaceCode).min(1).max(MOST_CODES_AT_ONCE).refine((codes) => new Set(codes.map(({ id }) => id)).size === codes.length, '有重复的') }),
    output: z.object({ items: z.array(PlaceCodeView) }),
    errors: [...codeErrors, 'casework.codeTaken'],
  }),
  'casework.retirePlaceCode': command({
    summary: '停用一个地点码，以后不再启用也不给别处用；写明理由',
    input: z.object({ codeId: Id, reason: text(100) }),
    output: PlaceCodeView,
    errors: [],
  }),
  'casework.readPlaceCode': query({
    scope: 'public',
    summary: '扫码看这是哪里：名称、地方、常见的事；不含任何人的信息',
    input: z.object({ code: z.string().min(1).max(40) }),
    output: z.object({
      code: z.string(), ...What, kindLabel: z.string(), categoryLabel: z.string().optional(),
      townName: z.string().optional(), villageName: z.string(), gridName: z.string().optional(),
    }),
    errors: ['casework.unknownCode', 'casework.codeRetired'],
  }),
  'casework.submitAtPlace': command({
    summary: '扫码反映，不用登录（multipart 可带一张不超过 4 MB 的照片，文件字段名 file）；先核实，凭查询码看进展',
    input: z.object({
      caseId: Id,
      code: z.string().min(1).max(40),
      words: text(500).optional(),
      category: z.string().max(40).optional(),
      /** Where the person would like to be rung back. */
      phone: CallerPhone.optional(),
    }),
    output: PlaceReceipt,
    errors: ['casework.unknownCode', 'casework.codeRetired', 'casework.unknownCategory', 'casework.callFirst', 'casework.nothingSaid', 'casework.alreadySubmitted', 'casework.tooManyAtPlace', 'casework.photoTooLarge', 'file.notYours', 'file.tooLarge', 'file.notAPhoto', 'file.damaged', 'file.idTaken', 'region.unknown', 'region.unknownUnit'],
    carriesFile: true,
  }),
}
