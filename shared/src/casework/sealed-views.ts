import { z } from 'zod'
import { Id, Instant, oneOf, Point } from '../core/fields'
import { FileView } from '../file/contract'
import { HANDED_ACTIONS } from './names'
import { OPENING_STATES } from './opening'

/** What the reporter said, as only they and whoever types it out hear it. */
export const SayingView = z.object({
  n: z.number().int(),
  /** The day. */
  on: z.string(),
  words: z.string().optional(),
  voice: FileView.optional(),
  photos: z.array(FileView),
  placeWords: z.string().optional(),
  point: Point.optional(),
  occurredAt: Instant.optional(),
  isReleased: z.boolean(),
})
export type SayingView = z.infer<typeof SayingView>

export const OpeningView = z.object({
  id: Id,
  at: Instant,
  reason: z.string(),
  state: oneOf(OPENING_STATES),
  /** Unit and post, never a name. */
  askedBy: z.string(),
  decidedBy: z.string().optional(),
  decidedAt: Instant.optional(),
  decidedWords: z.string().optional(),
  lapsesAt: Instant,
  readUntil: Instant.optional(),
  isMine: z.boolean(),
  can: z.array(oneOf(['confirm', 'refuse', 'read'])),
})
export type OpeningView = z.infer<typeof OpeningView>

/** What there is beside a sealed case; each part only for whom it is for. */
export const SealedView = z.object({
  releasedAt: Instant.optional(),
  /** To the typist: what was said and waits to be typed out, and from when that may be. */
  toRelease: z.object({ count: z.number().int(), from: Instant }).optional(),
  /** To the reporter. */
  code: z.string().optional(),
  sayings: z.array(SayingView).optional(),
  waiting: z.object({ action: oneOf(HANDED_ACTIONS), due: Instant }).optional(),
  /** The last step that could no longer be taken when its time came. */
  notTaken: z.object({ action: oneOf(HANDED_ACTIONS), at: Instant, words: z.string() }).optional(),
  openings: z.array(OpeningView).optional(),
  mayAskOpening: z.boolean().optional(),
})
export type SealedView = z.infer<typeof SealedView>
