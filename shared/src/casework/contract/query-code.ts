import { z } from 'zod'
import { query } from '../../core/contract'
import { Instant, oneOf } from '../../core/fields'
import { normalCode } from '../query-code'
import { CASE_STATES } from '../states'

const QueryCode = z.string().max(60).refine((said) => normalCode(said) !== null, '查询码是 16 个字母和数字，请再看一遍').transform((said) => normalCode(said) ?? '')

/** How it goes, and nothing of who. */
export const CodeStatus = z.object({
  serial: z.string(),
  categoryLabel: z.string().optional(),
  /** What was said at the place; of a sealed case never. */
  words: z.string().optional(),
  state: oneOf(CASE_STATES),
  /** Nobody has looked at it yet; looked at, and not taken. */
  isUnchecked: z.boolean().optional(),
  isTurnedAway: z.boolean().optional(),
  /** The day it came. */
  on: z.string(),
  unitName: z.string(),
  /** Until when it is looked at, accepted or answered, whichever is next. */
  dueAt: Instant.optional(),
  steps: z.array(z.object({ words: z.string(), at: Instant })),
  question: z.string().optional(),
  answer: z.string().optional(),
  reason: z.string().optional(),
})
export type CodeStatus = z.infer<typeof CodeStatus>

export const queryCodeContract = {
  'casework.statusByCode': query({
    scope: 'public',
    isAskedInSecret: true,
    summary: '凭查询码看进展（隐名反映的、没登录扫码反映的），不用登录',
    input: z.object({ code: QueryCode }),
    output: CodeStatus,
    errors: ['casework.unknownQueryCode'],
  }),
}
