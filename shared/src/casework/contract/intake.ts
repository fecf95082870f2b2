import { z } from 'zod'
import { command } from '../../core/contract'
import { Id, Instant, oneOf, Point, RegionId, text } from '../../core/fields'
import { ABOUT_LEVELS } from '../about'
import { CLERK_CHANNELS, normalPhone } from '../channels'
import { NAME_LEVELS } from '../names'
import { CASE_STATES, COLOURS } from '../states'
import { GivenAnswers, Photos } from './parts'

/** A phone number as somebody says it; kept as digits only. */
export const CallerPhone = z
  .string()
  .max(40)
  .refine((said) => normalPhone(said) !== null, '号码不对，请填 11 位手机号，或带区号的座机号')
  .transform((said) => normalPhone(said) ?? '')

/** What is read out to whoever rang: the number, who has it, until when. */
export const FiledReceipt = z.object({
  caseId: Id,
  serial: z.string(),
  title: z.string(),
  placeName: z.string().optional(),
  ownerName: z.string(),
  handlerName: z.string(),
  handlerPhone: z.string().optional(),
  acceptBy: Instant.optional(),
  redAt: Instant.optional(),
  /** Of a sealed report: what the caller writes down to see how it goes. */
  code: z.string().optional(),
  /** It lies where the clerk may open it. */
  mayOpen: z.boolean(),
})
export type FiledReceipt = z.infer<typeof FiledReceipt>

const EarlierCase = z.object({
  id: Id,
  serial: z.string(),
  title: z.string(),
  state: oneOf(CASE_STATES),
  colour: oneOf(COLOURS),
  villageName: z.string().optional(),
  receivedAt: Instant,
})

export const intakeContract = {
  'casework.fileForCaller': command({
    summary: '接电话、来访、来信登记：替没有账号的人记下一件事',
    input: z.object({
      caseId: Id,
      channel: oneOf(CLERK_CHANNELS),
      phone: CallerPhone.optional(),
      name: text(20).optional(),
      words: text(1000).optional(),
      voiceFileId: Id.optional(),
      photoFileIds: Photos.default([]),
      category: z.string().max(40).optional(),
      answers: GivenAnswers,
      place: z.object({ point: Point.optional(), villageId: RegionId.optional(), gridId: RegionId.optional(), words: text(100).optional() }).default({}),
      /** It is about a cadre, unit or committee of that level. */
      about: oneOf(ABOUT_LEVELS).optional(),
      /** Sealed only at a township's or the county's desk. */
      names: oneOf(NAME_LEVELS).optional(),
      /** They would like to be rung back with the result. */
      wantsCallBack: z.boolean().default(false),
      /** When they rang, where it was written down later. */
      occurredAt: Instant.optional(),
    }),
    output: FiledReceipt,
    errors: ['casework.phoneNeeded', 'casework.unknownCategory', 'casework.callFirst', 'casework.nothingSaid', 'casework.alreadySubmitted', 'casework.namesNotOffered', 'casework.sealedForSelfOnly', 'file.notYours', 'region.unknown', 'region.unknownUnit'],
  }),
  'casework.findCaller': command({
    summary: '按来电号码查以前反映过的事（只看本辖区的）；记入日志',
    input: z.object({ phone: CallerPhone }),
    output: z.object({
      /** Absent when the number never rang, or only about what lies elsewhere. */
      caller: z.object({ name: z.string(), villageName: z.string().optional() }).optional(),
      cases: z.array(EarlierCase),
    }),
    errors: [],
    sensitive: true,
  }),
}
