import { z } from 'zod'
import { command, query } from '../../core/contract'
import { Cursor, Id, Instant, page, PageSize, Point, RegionId, text } from '../../core/fields'
import { CallerPhone } from './intake'

export const RingView = z.object({
  id: Id,
  at: Instant,
  /** The emergency number they were told to call. */
  number: z.string(),
  label: z.string(),
  placeName: z.string().optional(),
  placeWords: z.string().optional(),
  point: Point.optional(),
  /** Masked both. */
  name: z.string(),
  phone: z.string(),
  endedAt: Instant.optional(),
  endedByName: z.string().optional(),
  note: z.string().optional(),
})
export type RingView = z.infer<typeof RingView>

export const ringContract = {
  'casework.ringDutyDesk': command({
    summary: '遇到急事，让值班室给我回电（先打 110、119、120；不生成事项）',
    input: z.object({
      ringId: Id,
      question: z.string().max(40),
      answer: z.string().max(40),
      /** Left out, the number of one's account. */
      phone: CallerPhone.optional(),
      place: z.object({ point: Point.optional(), villageId: RegionId.optional(), words: text(100).optional() }).default({}),
    }),
    output: z.object({ ringId: Id, deskName: z.string() }),
    errors: ['casework.ringNeedsPhone', 'casework.alreadyRung', 'casework.noSuchStop', 'region.unknown', 'region.unknownUnit'],
  }),
  'casework.listRings': query({
    scope: 'staff',
    summary: '请求值班室回电的急事，没有回的在前面查',
    input: z.object({ isOpen: z.boolean().default(true), limit: PageSize, cursor: Cursor.optional() }),
    output: page(RingView),
    errors: [],
  }),
  'casework.revealRing': command({
    summary: '看急事来电的全名和电话；记入日志',
    input: z.object({ ringId: Id }),
    output: z.object({ name: z.string(), phone: z.string() }),
    errors: [],
    sensitive: true,
  }),
  'casework.endRing': command({
    summary: '急事已经回过电话，写明结果',
    input: z.object({ ringId: Id, note: text(200) }),
    output: RingView,
    errors: ['casework.ringEnded'],
  }),
}
