import { z } from 'zod'
import { CASE_STATES, COLOURS, GRADES } from '../casework/states'
import { Id, Instant, oneOf } from '../core/fields'
import { CALLED_BACK, DIFFERENCES, MESSAGE_KINDS, MESSAGE_STATES, PLATFORM_STATES, ROW_OUTCOMES } from './states'
import { DATE_FORMATS, ORDER_FIELDS } from './source'

export const SourceView = z.object({
  code: z.string(),
  name: z.string(),
  version: z.number().int(),
  columns: z.partialRecord(oneOf(ORDER_FIELDS), z.string()),
  dateFormat: oneOf(DATE_FORMATS),
  categoryWords: z.record(z.string(), z.string()),
  gradeWords: z.record(z.string(), oneOf(GRADES)),
  at: Instant.optional(),
  byName: z.string(),
})
export type SourceView = z.infer<typeof SourceView>

const ProblemView = z.object({ column: z.string(), text: z.string(), isError: z.boolean() })

/** One row of a file, by the number Excel shows beside it. */
export const ImportRow = z.object({
  row: z.number().int(),
  externalNumber: z.string(),
  outcome: oneOf(ROW_OUTCOMES).optional(),
  serial: z.string().optional(),
  problems: z.array(ProblemView),
})
export type ImportRow = z.infer<typeof ImportRow>

/** A row as the case it would become; the caller masked, whoever looks at a screen beside. */
export const PreviewRow = ImportRow.extend({
  words: z.string(),
  caller: z.string(),
  categoryLabel: z.string().optional(),
  grade: oneOf(GRADES).optional(),
  placeName: z.string(),
  occurredAt: Instant.optional(),
  due: Instant.optional(),
})
export type PreviewRow = z.infer<typeof PreviewRow>

export const ImportView = z.object({
  importId: Id,
  sourceName: z.string(),
  fileName: z.string().optional(),
  at: Instant,
  total: z.number().int(),
  upTo: z.number().int(),
  counts: z.record(oneOf(ROW_OUTCOMES), z.number().int()),
  /** Of this part, the rows with something to say. */
  rows: z.array(ImportRow),
})
export type ImportView = z.infer<typeof ImportView>

export const MessageView = z.object({
  id: Id,
  kind: oneOf(MESSAGE_KINDS),
  state: oneOf(MESSAGE_STATES),
  words: z.string().optional(),
  until: Instant.optional(),
  reason: z.string().optional(),
  tries: z.number().int(),
  at: Instant,
  settledAt: Instant.optional(),
  nextTryAt: Instant.optional(),
})
export type MessageView = z.infer<typeof MessageView>

export const OrderRow = z.object({
  id: Id,
  externalNumber: z.string(),
  sourceName: z.string(),
  isOnline: z.boolean(),
  caseId: Id,
  serial: z.string(),
  title: z.string(),
  state: oneOf(CASE_STATES),
  colour: oneOf(COLOURS),
  redAt: Instant.optional(),
  /** The platform's own limit. */
  due: Instant.optional(),
  receivedAt: Instant,
  /** Sent again with other content, which was not taken over. */
  differedAt: Instant.optional(),
  message: z.object({ kind: oneOf(MESSAGE_KINDS), state: oneOf(MESSAGE_STATES), reason: z.string().optional(), at: Instant }).optional(),
  calledBack: z.object({ satisfied: oneOf(CALLED_BACK), words: z.string().optional(), at: Instant, trouble: z.string().optional() }).optional(),
})
export type OrderRow = z.infer<typeof OrderRow>

export const ReportRow = z.object({
  externalNumber: z.string(),
  difference: oneOf(DIFFERENCES),
  theirs: oneOf(PLATFORM_STATES).optional(),
  ours: oneOf(CASE_STATES).optional(),
  caseId: Id.optional(),
})

export const ReportView = z.object({
  id: Id,
  day: z.string(),
  at: Instant,
  byName: z.string(),
  theirs: z.number().int(),
  ours: z.number().int(),
  rows: z.array(ReportRow),
  /** More differ than are listed. */
  hasMore: z.boolean(),
})
export type ReportView = z.infer<typeof ReportView>
