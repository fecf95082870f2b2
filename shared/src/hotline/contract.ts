import { z } from 'zod'
import { CallerPhone } from '../casework/contract/intake'
import { GRADES } from '../casework/states'
import { command, query } from '../core/contract'
import { Cursor, Id, Instant, oneOf, page, PageSize, RegionId, text } from '../core/fields'
import { CALLED_BACK, MESSAGE_KINDS, ROW_OUTCOMES } from './states'
import { ImportRow, ImportView, MessageView, OrderRow, PreviewRow, ReportView, SourceView } from './views'
import { DATE_FORMATS, ORDER_FIELDS } from './source'

const Header = z.string().max(60)
const Columns = z.partialRecord(oneOf(ORDER_FIELDS), Header)
const Code = z.string().regex(/^[0-9a-z-]{2,20}$/, '来源代号格式不对')
const Day = z.iso.date({ message: '没有这一天' })
const ExternalNumber = z.string().min(2).max(40)
const Words = z.record(z.string().min(1).max(40), z.string().max(40)).refine((words) => Object.keys(words).length <= 300, '最多对应 300 个词')

/** A form carries words only: what is more than a word comes as JSON. */
const columnsField = z.preprocess((said) => (typeof said === 'string' ? jsonOf(said) : said), Columns.optional())
const jsonOf = (said: string): unknown => {
  try {
    return JSON.parse(said) as unknown
  } catch {
    return said
  }
}

const readable = ['hotline.noFile', 'file.tableTooLarge', 'file.tooManyRows', 'file.notATable', 'file.unsafeTable', 'file.noHeader', 'hotline.columnsMissing', 'hotline.unknownSource'] as const

export const hotlineContract = {
  'hotline.listSources': query({
    scope: 'staff',
    summary: '热线工单的来源：每个来源的列怎么对应、类别词怎么对应，现行的一版',
    input: z.object({}),
    output: z.object({ items: z.array(SourceView), isConnected: z.boolean() }),
    errors: [],
  }),
  'hotline.saveSource': command({
    summary: '记住一个来源的列对应和类别词；version 为改动前看到的一版，新来源填 0',
    input: z.object({
      code: Code,
      version: z.number().int().min(0),
      name: text(30),
      columns: Columns,
      dateFormat: oneOf(DATE_FORMATS),
      categoryWords: Words,
      gradeWords: z.record(z.string().min(1).max(40), oneOf(GRADES)),
    }),
    output: z.object({ version: z.number().int() }),
    errors: ['hotline.staleSource', 'casework.unknownCategory'],
  }),
  'hotline.previewImport': command({
    summary: '看一份热线工单文件（multipart，文件字段名 file）会变成什么：前 20 行和每一行的问题；什么都不保存',
    input: z.object({ source: Code, columns: columnsField }),
    output: z.object({
      headers: z.array(z.string()),
      columns: Columns,
      version: z.number().int(),
      total: z.number().int(),
      good: z.number().int(),
      rows: z.array(PreviewRow),
      /** Of rows with errors or remarks, the first 200. */
      problems: z.array(ImportRow),
      unknownCategories: z.array(z.object({ word: z.string(), count: z.number().int() })),
    }),
    errors: readable.filter((code) => code !== 'hotline.columnsMissing'),
    carriesFile: true,
  }),
  'hotline.importOrders': command({
    summary: '导入热线工单文件的一段（multipart，文件字段名 file）：从第 from 行起，约十秒一段，没导完接着再来；重发不会重复',
    input: z.object({
      importId: Id,
      source: Code,
      version: z.coerce.number().int().min(1),
      columns: columnsField,
      fileName: text(100).optional(),
      /** How many rows were imported before. */
      from: z.coerce.number().int().min(0).default(0),
    }),
    output: ImportView,
    errors: [...readable, 'hotline.staleSource', 'hotline.otherFile'],
    carriesFile: true,
  }),
  'hotline.listImports': query({
    scope: 'staff',
    summary: '我导入过的文件',
    input: z.object({ limit: PageSize, cursor: Cursor.optional() }),
    output: page(ImportView.omit({ rows: true })),
    errors: [],
  }),
  'hotline.downloadImport': query({
    scope: 'staff',
    summary: '我导入的一份文件的逐行结果，Excel（base64）',
    input: z.object({ importId: Id }),
    output: z.object({ fileName: z.string(), base64: z.string() }),
    errors: [],
  }),
  'hotline.listOrders': query({
    scope: 'staff',
    summary: '热线工单：办件、时限、最近的回执；没被接受的在前',
    input: z.object({ show: oneOf(['all', 'attention']).default('all'), externalNumber: ExternalNumber.optional(), limit: PageSize, cursor: Cursor.optional() }),
    output: page(OrderRow),
    errors: [],
  }),
  'hotline.listMessages': query({
    scope: 'staff',
    summary: '一张热线工单的全部回执',
    input: z.object({ orderId: Id }),
    output: z.object({ items: z.array(MessageView) }),
    errors: [],
  }),
  'hotline.resend': command({
    summary: '没被接受的回执，核对后再发一次',
    input: z.object({ orderId: Id, messageId: Id }),
    output: z.object({ items: z.array(MessageView) }),
    errors: ['hotline.notRefused'],
  }),
  'hotline.reconcile': command({
    summary: '对一天的账：平台派来的和我们有的逐张比，留成一份报告',
    input: z.object({ day: Day }),
    output: ReportView,
    errors: ['hotline.notConnected', 'hotline.platformAway'],
  }),
  'hotline.reconcileDay': command({
    summary: '每天对前一天的账（系统）',
    input: z.object({ day: Day }),
    output: z.object({ rows: z.number().int() }),
    errors: ['hotline.notConnected', 'hotline.platformAway'],
  }),
  'hotline.listReports': query({
    scope: 'staff',
    summary: '每天的对账报告，新的在前',
    input: z.object({ limit: z.number().int().min(1).max(31).default(7), cursor: Cursor.optional() }),
    output: page(ReportView),
    errors: [],
  }),
  'hotline.takeOrder': command({
    summary: '热线的一张工单立为办件；已有的不重复、不覆盖（系统）',
    input: z.object({
      source: Code,
      sourceName: text(30),
      isOnline: z.boolean().default(false),
      importedById: Id.optional(),
      /** The township whose desk imports it: what names no village is theirs to find out. */
      deskTownId: RegionId.optional(),
      /** When the platform issued it. */
      issuedAt: Instant.optional(),
      order: z.object({
        externalNumber: text(40),
        words: text(1000),
        name: text(20).optional(),
        phone: CallerPhone.optional(),
        occurredAt: Instant.optional(),
        due: Instant.optional(),
        category: z.string().max(40).optional(),
        grade: oneOf(GRADES).optional(),
        town: text(40).optional(),
        village: text(40).optional(),
        address: text(100).optional(),
      }),
    }),
    output: z.object({ outcome: oneOf(ROW_OUTCOMES), caseId: Id, serial: z.string() }),
    errors: ['casework.unknownCategory', 'casework.nothingSaid', 'casework.callFirst', 'casework.alreadySubmitted', 'file.notYours', 'region.unknown', 'region.unknownUnit'],
  }),
  'hotline.takeCallBack': command({
    summary: '热线回访的结果（系统）',
    input: z.object({ source: Code, callBackId: z.string().min(1).max(80), externalNumber: ExternalNumber, satisfied: oneOf(CALLED_BACK), words: text(300).optional(), at: Instant }),
    output: z.object({ isNew: z.boolean() }),
    errors: [],
  }),
  'hotline.enqueue': command({
    summary: '办件有了进展，要告诉热线平台的记下待发（系统）',
    input: z.object({ messages: z.array(z.object({ orderId: Id, about: z.string().max(80), kind: oneOf(MESSAGE_KINDS), words: text(2000).optional(), isDone: z.boolean().optional(), until: Instant.optional() })).max(100) }),
    output: z.object({ added: z.number().int() }),
    errors: [],
  }),
  'hotline.settleMessage': command({
    summary: '一条回执送到了、被退了或要再试（系统）',
    input: z.object({ messageId: Id, tries: z.number().int(), outcome: oneOf(['sent', 'refused', 'again']), reason: text(300).optional(), due: Instant.optional() }),
    output: z.object({ isSettled: z.boolean() }),
    errors: [],
  }),
}
