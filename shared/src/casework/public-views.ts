import { z } from 'zod'
import { Id, Instant, oneOf, Point, RegionId } from '../core/fields'
import { FileView } from '../file/contract'
import { PUBLIC_ACTIONS } from './publication'
import { CASE_STATES } from './states'
import { WHY_RULES } from './why'

export const PublicSummary = z.object({
  id: Id,
  serial: z.string(),
  summary: z.string(),
  category: z.string().optional(),
  categoryLabel: z.string().optional(),
  state: oneOf(CASE_STATES),
  status: oneOf(['open', 'closed']),
  receivedAt: Instant,
  updatedAt: Instant,
  townName: z.string().optional(),
  villageId: RegionId.optional(),
  villageName: z.string().optional(),
  gridName: z.string().optional(),
  /** Only of a public place, to some ten metres. */
  point: Point.optional(),
  unitName: z.string(),
  thumbUrl: z.string().optional(),
})
export type PublicSummary = z.infer<typeof PublicSummary>

export const PublicCaseView = PublicSummary.extend({
  closedAt: Instant.optional(),
  /** Until when it should be answered; absent while the clock stands. */
  dueAt: Instant.optional(),
  answer: z.string().optional(),
  photos: z.array(FileView),
  timeline: z.array(z.object({ action: oneOf(PUBLIC_ACTIONS), words: z.string(), at: Instant })),
  publishedAt: Instant,
  /** Where whoever asked wanted to be known. */
  requesterName: z.string().optional(),
})
export type PublicCaseView = z.infer<typeof PublicCaseView>

/** Where it is drawn: the place itself, or the middle of the grid or village it lies in. */
export const PublicOnMap = PublicSummary.extend({ spot: Point, spotIs: oneOf(['place', 'grid', 'village']) })
export type PublicOnMap = z.infer<typeof PublicOnMap>

export const Box = z.object({
  west: z.number().min(-180).max(180), south: z.number().min(-90).max(90), east: z.number().min(-180).max(180), north: z.number().min(-90).max(90),
})

export const PublicFilter = z.object({
  /** The county, a town, a village or a grid. */
  regionId: RegionId.optional(),
  category: z.string().max(40).optional(),
  status: oneOf(['open', 'closed']).optional(),
  box: Box.optional(),
})

export const WhyView = z.object({
  rule: oneOf(WHY_RULES),
  title: z.string(),
  words: z.string(),
  version: z.number().int(),
  at: Instant,
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
})
export type WhyView = z.infer<typeof WhyView>
export const OwnWhy = z.object({ items: z.array(WhyView) })

export const PublicationDraft = z.object({
  summary: z.string(),
  /** Proposed words of the answer; empty while there is none. */
  answer: z.string(),
  hasAnswer: z.boolean(),
  photos: z.array(FileView),
  villageName: z.string().optional(),
  gridName: z.string().optional(),
  /** There is a point that could be shown if the place is public. */
  hasPoint: z.boolean(),
  /** The refusal its kind would meet; absent where it may go out. */
  refusal: z.literal('casework.notPublishable').optional(),
  /** As it is public now. */
  published: z
    .object({ summary: z.string(), answer: z.string().optional(), photoFileIds: z.array(Id), isPublicPlace: z.boolean(), at: Instant, isSeen: z.boolean() })
    .optional(),
})
export type PublicationDraft = z.infer<typeof PublicationDraft>
