import { z } from 'zod'
import { command } from '../../core/contract'
import { Id, Instant, oneOf, Point, RegionId, text } from '../../core/fields'
import { ABOUT_LEVELS } from '../about'
import { NAME_LEVELS } from '../names'
import { CaseView } from '../views'
import { CallerPhone } from './intake'
import { GivenAnswers, Photos } from './parts'

/** A voice note alone is a complete request: everything else is optional. */
export const SubmitInput = z.object({
  caseId: Id,
  type: z.literal('complaint').default('complaint'),
  words: text(500).optional(),
  voiceFileId: Id.optional(),
  photoFileIds: Photos.default([]),
  category: z.string().max(40).optional(),
  answers: GivenAnswers,
  place: z.object({ point: Point.optional(), villageId: RegionId.optional(), words: text(100).optional() }).default({}),
  /** It is about a cadre, unit or committee of that level, which then has nothing to do with it. */
  about: oneOf(ABOUT_LEVELS).optional(),
  /** Who may read whose it is; the category's own where nothing is chosen. Nobody lowers it later. */
  names: oneOf(NAME_LEVELS).optional(),
  /** 替别人反映: whose matter it is, where the person has no phone of their own to say so. */
  forPerson: z.object({ name: text(20), phone: CallerPhone.optional(), villageId: RegionId.optional() }).optional(),
  /** The code at the place it was scanned at: fills in the place and the kind where they are left out. */
  placeCode: z.string().min(1).max(40).optional(),
  /** When the phone recorded it; shown only, limits run from receipt. */
  occurredAt: Instant.optional(),
})

export const submitContract = {
  'casework.submit': command({
    summary: '反映一件事：语音、文字、照片有一样即可；地点、类别可不填',
    input: SubmitInput,
    output: CaseView,
    errors: ['casework.unknownType', 'casework.unknownCategory', 'casework.callFirst', 'casework.nothingSaid', 'casework.alreadySubmitted', 'casework.unknownCode', 'casework.codeRetired', 'file.notYours', 'region.unknown', 'region.unknownUnit', 'casework.namesNotOffered', 'casework.sealedForSelfOnly', 'casework.sealedNeedsVillage'],
  }),
}
