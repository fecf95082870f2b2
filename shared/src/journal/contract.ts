import { z } from 'zod'
import { query } from '../core/contract'
import { Cursor, Id, Instant, page, PageSize, RegionId } from '../core/fields'

export const JournalRow = z.object({
  id: Id,
  at: Instant,
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  operation: z.string(),
  summary: z.string(),
  regionId: RegionId.optional(),
  regionName: z.string().optional(),
  targets: z.array(z.object({
    type: z.string(),
    id: z.string(),
    rev: z.number().int().optional(),
    /** Which one it is, where the reader may see it. */
    label: z.string().optional(),
  })),
  events: z.array(z.string()),
  reason: z.string().optional(),
  traceId: z.string(),
})
export type JournalRow = z.infer<typeof JournalRow>

export const journalContract = {
  'journal.listEntries': query({
    scope: 'staff',
    summary: '操作日志，新的在前；只看得到本人任职范围里的',
    input: z.object({
      operation: z.string().max(60).optional(),
      actorId: z.string().max(60).optional(),
      targetId: z.string().max(60).optional(),
      from: Instant.optional(),
      to: Instant.optional(),
      limit: PageSize,
      cursor: Cursor.optional(),
    }),
    output: page(JournalRow),
    errors: [],
  }),
}
