import { z } from 'zod'
import { command, query } from '../../core/contract'
import { Cursor, Id, Instant, oneOf, page, PageSize, RegionId, text, UnitId } from '../../core/fields'
import { CALL_ENDS, CALL_KINDS, CALL_RESULTS } from '../call-back'
import { OPINIONS } from '../satisfaction'
import { ACTIONS, CaseView } from '../views'
import { CASE_STATES } from '../states'
import { onCase, Reason, stepErrors } from './parts'

/** One round as the centre's list shows it; name masked, the number opened by `casework.revealRequester`. */
export const CallBackRow = z.object({
  id: Id,
  caseId: Id,
  rev: z.number().int(),
  round: z.number().int(),
  kind: oneOf(CALL_KINDS),
  due: Instant,
  isLate: z.boolean(),
  tries: z.number().int(),
  /** Not before then: nobody took the last call. */
  nextTry: Instant,
  serial: z.string(),
  title: z.string(),
  state: oneOf(CASE_STATES),
  categoryLabel: z.string().optional(),
  villageName: z.string().optional(),
  ownerName: z.string(),
  answer: z.string().optional(),
  requesterName: z.string(),
  /** Requesters of cases merged into it who may be asked as well. */
  others: z.array(z.object({ caseId: Id, serial: z.string(), requesterName: z.string() })),
  ended: oneOf(CALL_ENDS).optional(),
  endedAt: Instant.optional(),
  byName: z.string().optional(),
  words: z.string().optional(),
  can: z.array(oneOf(ACTIONS)),
})
export type CallBackRow = z.infer<typeof CallBackRow>

const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份写成 2026-11 这样')

export const callBackContract = {
  'casework.listCallBacks': query({
    scope: 'staff',
    summary: '要回访的事，先到期的在前（游标分页）',
    input: z.object({ regionId: RegionId.optional(), show: oneOf(['open', 'ended']).default('open'), limit: PageSize, cursor: Cursor.optional() }),
    output: page(CallBackRow),
    errors: [],
  }),
  'casework.recordCallBack': command({
    summary: '记回访结果；没办好的升一级重新办理，没接通的换一天再打，最多三天',
    input: z.object({ ...onCase, result: oneOf(CALL_RESULTS), words: text(300).optional() }),
    output: CaseView,
    errors: [...stepErrors, 'casework.noCallBack', 'casework.callOwnWork', 'casework.triedToday', 'casework.wordsNeeded'],
  }),
  'casework.answerCallBack': command({
    summary: '修好的还好用吗：反映人自己说好着呢、又坏了',
    input: z.object({ ...onCase, isFixed: z.boolean(), words: text(300).optional() }),
    output: CaseView,
    errors: [...stepErrors, 'casework.noCallBack'],
  }),
  'casework.openCallBack': command({
    summary: '到了该回访的日子，列入回访（系统）',
    input: z.object({ caseId: Id }),
    output: z.object({ done: z.boolean() }),
    errors: [...stepErrors, 'casework.nothingDue'],
  }),
  'casework.holdHearing': command({
    summary: '听证会开过了，写明谁来了、怎么定的',
    input: z.object({ ...onCase, words: Reason }),
    output: CaseView,
    errors: [...stepErrors, 'casework.noHearing'],
  }),
  'casework.showSatisfaction': query({
    scope: 'staff',
    summary: '各单位一个月的评价和回访结果；不足 5 件不显示',
    input: z.object({ month: Month }),
    output: z.object({
      month: z.string(),
      items: z.array(z.object({
        unitId: UnitId,
        unitName: z.string(),
        /** Absent below five answers. */
        counts: z.record(oneOf(OPINIONS), z.number().int()).optional(),
      })),
    }),
    errors: [],
  }),
  'casework.listOpinions': query({
    scope: 'staff',
    summary: '一个单位一个月里评价或回访是某一种结果的事（中心看）',
    input: z.object({ unitId: UnitId, month: Month, opinion: oneOf(OPINIONS), limit: PageSize, cursor: Cursor.optional() }),
    output: page(z.object({ id: z.string(), caseId: Id, serial: z.string(), title: z.string(), answeredAt: Instant })),
    errors: ['region.unknownUnit'],
  }),
}
