import { z } from 'zod'
import { command, query } from '../../core/contract'
import { Cursor, Id, page, PageSize, text, UnitId } from '../../core/fields'
import { CaseView } from '../views'
import { onCase, Reason, stepErrors } from './parts'

export const Responsibility = z.object({
  code: z.string(),
  unitId: UnitId,
  unitName: z.string(),
  title: z.string(),
  /** The law or document it follows from. */
  basis: z.string(),
  categories: z.array(z.string()),
  version: z.number().int(),
  isRetired: z.boolean(),
})
export type Responsibility = z.infer<typeof Responsibility>

/** 退单 and 仲裁. */
export const returnContract = {
  'casework.listResponsibilities': query({
    scope: 'staff',
    summary: '权责清单：哪件事归哪个单位，依据什么（按单位、类别、字词查，游标分页）',
    input: z.object({ words: text(40).optional(), unitId: UnitId.optional(), category: z.string().max(40).optional(), withRetired: z.boolean().default(false), limit: PageSize, cursor: Cursor.optional() }),
    output: page(Responsibility),
    errors: [],
  }),
  'casework.returnCase': command({
    summary: '退回：两个工作日内、引权责清单、每单位一次；第二次或清单里没有单位的交仲裁',
    input: z.object({
      ...onCase,
      /** Of another unit; null: no unit of the list has it. */
      responsibilityCode: text(40).nullable(),
      reason: Reason,
    }),
    output: CaseView,
    errors: [
      ...stepErrors, 'casework.notReturnable', 'casework.returnTooLate', 'casework.returnedBefore',
      'casework.alreadyPaused', 'casework.unknownResponsibility', 'casework.ownResponsibility',
    ],
  }),
  'casework.arbitrate': command({
    summary: '裁定由哪个单位办；裁定后不能再退',
    input: z.object({ ...onCase, unitId: UnitId, reason: Reason }),
    output: CaseView,
    errors: [...stepErrors, 'casework.notInArbitration', 'casework.releaseFirst', 'casework.outsideScope', 'region.unknownUnit'],
  }),
  'casework.raiseArbitration': command({
    summary: '到期没有裁定的交到上一级（系统）',
    input: z.object({ caseId: Id }),
    output: z.object({ done: z.boolean() }),
    errors: [...stepErrors, 'casework.notInArbitration', 'casework.nothingDue'],
  }),
}
