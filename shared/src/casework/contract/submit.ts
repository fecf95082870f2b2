import { z } from 'zod'
import { command } from '../../core/contract'
import { Id, Instant, Point, RegionId, text } from '../../core/fields'
import { CaseView } from '../views'
import { Photos } from './parts'

/** A voice note alone is a complete request: everything else is optional. */
export const SubmitInput = z.object({
  caseId: Id,
  type: z.literal('complaint').default('complaint'),
  words: text(500).optional(),
  voiceFileId: Id.optional(),
  photoFileIds: Photos.default([]),
  category: z.string().max(40).optional(),
  place: z.object({ point: Point.optional(), villageId: RegionId.optional(), words: text(100).optional() }).default({}),
  /** When the phone recorded it; shown only, limits run from receipt. */
  occurredAt: Instant.optional(),
})

export const submitContract = {
  'casework.submit': command({
    summary: '反映一件事：语音、文字、照片有一样即可；地点、类别可不填',
    input: SubmitInput,
    output: CaseView,
    errors: ['casework.unknownType', 'casework.unknownCategory', 'casework.nothingSaid', 'casework.alreadySubmitted', 'file.notYours', 'region.unknown', 'region.unknownUnit'],
  }),
}
