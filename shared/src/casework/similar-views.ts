import { z } from 'zod'
import { Id, Instant, oneOf } from '../core/fields'
import { FileView } from '../file/contract'
import { CASE_STATES, COLOURS } from './states'

/** Why it is offered, for people to judge by: each absent where it is not so or not known. */
const Why = z.object({
  /** Rounded, so that asking again from elsewhere does not find the spot. */
  metres: z.number().int().optional(),
  isSameVillage: z.boolean(),
  isSameKind: z.boolean(),
  isTextAlike: z.boolean(),
})
export type Why = z.infer<typeof Why>

const Seen = {
  id: Id,
  state: oneOf(CASE_STATES),
  /** The first hundred characters; what identifies people is masked for villagers. */
  words: z.string().optional(),
  categoryLabel: z.string().optional(),
  thumbUrl: z.string().optional(),
  voiceSeconds: z.number().optional(),
  gridName: z.string().optional(),
  villageName: z.string().optional(),
  receivedAt: Instant,
  supporters: z.number().int(),
  /** Reports worked on as one with it, itself included. */
  reports: z.number().int(),
}

/** A case as another villager may know of it: never who, never the point. */
export const SimilarReport = z.object({ ...Seen, why: Why, isMine: z.boolean(), isJoined: z.boolean() })
export type SimilarReport = z.infer<typeof SimilarReport>

export const SimilarCase = z.object({
  ...Seen,
  why: Why,
  serial: z.string(),
  title: z.string(),
  requesterName: z.string(),
  rev: z.number().int(),
  /** The two may be made one, this way round, by who looks. */
  canMergeInto: z.boolean(),
  canTakeIn: z.boolean(),
})
export type SimilarCase = z.infer<typeof SimilarCase>

export const JoinedSummary = z.object({
  ...Seen,
  serial: z.string(),
  title: z.string(),
  colour: oneOf(COLOURS),
  redAt: Instant.optional(),
  updatedAt: Instant,
  rev: z.number().int(),
  joinedAt: Instant,
})
export type JoinedSummary = z.infer<typeof JoinedSummary>

export const JoinedView = JoinedSummary.extend({
  photos: z.array(FileView),
  ownerName: z.string(),
  handlerName: z.string(),
  answer: z.object({ words: z.string(), photos: z.array(FileView), at: Instant }).optional(),
  reason: z.string().optional(),
  /** Where it goes on, once it is worked on together with another. */
  goesOnIn: z.object({ serial: z.string(), state: oneOf(CASE_STATES) }).optional(),
  steps: z.array(z.object({ n: z.number().int(), at: Instant, action: z.string(), to: oneOf(CASE_STATES) })),
})
export type JoinedView = z.infer<typeof JoinedView>
