import { z } from 'zod'
import { command } from '../../core/contract'
import { Id, oneOf, Point, RegionId, text, UnitId } from '../../core/fields'
import { ABOUT_LEVELS } from '../about'
import { CaseView } from '../views'
import { FromTemplate } from './template'
import { onCase, Photos, Reason, stepErrors } from './parts'

const templateErrors = ['casework.unknownTemplate', 'casework.blanksUnfilled'] as const

export const stepContract = {
  'casework.withdraw': command({
    summary: '受理前撤回',
    input: z.object({ ...onCase, reason: Reason.optional() }),
    output: CaseView,
    errors: [...stepErrors, 'casework.othersMerged', 'casework.stepWaiting'],
  }),
  'casework.route': command({
    summary: '转办：定类别、等级、地点，转到网格或单位',
    input: z.object({
      ...onCase,
      category: z.string().max(40).optional(),
      grade: oneOf(['normal', 'urgent']).optional(),
      summary: text(60).optional(),
      place: z.object({ point: Point.optional(), villageId: RegionId.optional(), gridId: RegionId.optional(), words: text(100).optional() }).optional(),
      unitId: UnitId.optional(),
      /** Whom it is about; 'none' takes that back, with a note the requester reads. */
      about: oneOf([...ABOUT_LEVELS, 'none']).optional(),
      note: Reason.optional(),
    }),
    output: CaseView,
    errors: [...stepErrors, 'casework.unknownCategory', 'casework.categoryRetired', 'casework.gradeIsDispatchers', 'casework.alreadyPaused', 'casework.outsideScope', 'casework.pastALevel', 'casework.aboutIsDispatchers', 'casework.aboutReasonNeeded', 'casework.aboutAlone', 'region.unknown', 'region.unknownUnit', 'casework.releaseFirst', 'casework.releaseTooSoon'],
  }),
  'casework.accept': command({ summary: '受理', input: z.object(onCase), output: CaseView, errors: stepErrors }),
  'casework.assign': command({
    summary: '交给另一位办理人',
    input: z.object({ ...onCase, personId: Id, note: Reason.optional() }),
    output: CaseView,
    errors: [...stepErrors, 'casework.notAssignable', 'casework.releaseFirst'],
  }),
  'casework.handle': command({
    summary: '记一笔办理经过，可带照片',
    input: z.object({ ...onCase, words: text(1000), photoFileIds: Photos.default([]) }),
    output: CaseView,
    errors: [...stepErrors, 'file.notYours'],
  }),
  'casework.ask': command({
    summary: '请反映人补充情况（时限照走）',
    input: z.object({ ...onCase, question: text(200) }),
    output: CaseView,
    errors: [...stepErrors, 'casework.alreadyAsked'],
  }),
  'casework.supplement': command({
    summary: '反映人补充情况',
    input: z.object({ ...onCase, words: text(500).optional(), voiceFileId: Id.optional(), photoFileIds: Photos.default([]) }),
    output: CaseView,
    errors: [...stepErrors, 'casework.nothingSaid', 'casework.stepWaiting', 'file.notYours'],
  }),
  'casework.answer': command({
    summary: '答复：办好了，请反映人评价',
    input: z.object({ ...onCase, words: text(1000), photoFileIds: Photos.default([]), fromTemplate: FromTemplate.optional() }),
    output: CaseView,
    errors: [...stepErrors, ...templateErrors, 'casework.hearingFirst', 'casework.calledWorking', 'file.notYours'],
  }),
  'casework.rate': command({
    summary: '评价 1–5 分，可写几句话',
    input: z.object({ ...onCase, score: z.number().int().min(1).max(5), words: text(300).optional() }),
    output: CaseView,
    errors: [...stepErrors, 'casework.ownWork', 'casework.stepWaiting'],
  }),
  'casework.reopen': command({
    summary: '没办好，重新办理',
    input: z.object({ ...onCase, words: text(500), photoFileIds: Photos.default([]) }),
    output: CaseView,
    errors: [...stepErrors, 'casework.reopenTooLate', 'casework.heardAlready', 'casework.mergedUnanswered', 'casework.stepWaiting', 'file.notYours'],
  }),
  'casework.decline': command({
    summary: '不予受理，理由反映人会看到',
    input: z.object({ ...onCase, reason: Reason, fromTemplate: FromTemplate.optional() }),
    output: CaseView,
    errors: [...stepErrors, 'casework.lateIsAbove', ...templateErrors],
  }),
  'casework.giveUp': command({
    summary: '无法办理，理由反映人会看到',
    input: z.object({ ...onCase, reason: Reason, fromTemplate: FromTemplate.optional() }),
    output: CaseView,
    errors: [...stepErrors, 'casework.lateIsAbove', 'casework.hearingFirst', ...templateErrors],
  }),
  'casework.disown': command({
    summary: '撤销代为反映（72 小时内）：代办的人自己，或村里的工作人员按本人的话',
    input: z.object({ ...onCase, reason: Reason }),
    output: CaseView,
    errors: [...stepErrors, 'casework.lateIsAbove', 'casework.othersMerged', 'casework.notHelped', 'casework.undoTooLate'],
  }),
  'casework.closeUnrated': command({
    summary: '到期没有评价的自动办结（系统）',
    input: z.object({ caseId: Id }),
    output: z.object({ closed: z.boolean() }),
    errors: stepErrors,
  }),
}
