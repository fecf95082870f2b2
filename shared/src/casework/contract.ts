import { z } from 'zod'
import { command, query } from '../core/contract'
import { BoundedCount, Cursor, Id, Instant, oneOf, page, PageSize, Point, RegionId, text, UnitId } from '../core/fields'
import { COLOURS } from './states'
import { CaseSummary, CaseView } from './views'
import { CaseFilter } from './views'

const Photos = z.array(Id).max(9).refine((ids) => new Set(ids).size === ids.length, '同一张照片只能放一次')
const onCase = { caseId: Id, rev: z.number().int().min(1).optional() }
const errors = ['casework.wrongState', 'casework.notYours'] as const
const reason = text(300)

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

export const caseworkContract = {
  'casework.submit': command({
    summary: '反映一件事：语音、文字、照片有一样即可；地点、类别可不填',
    input: SubmitInput,
    output: CaseView,
    errors: ['casework.unknownType', 'casework.unknownCategory', 'casework.nothingSaid', 'casework.alreadySubmitted', 'file.notYours', 'region.unknown', 'region.unknownUnit'],
  }),
  'casework.withdraw': command({
    summary: '受理前撤回',
    input: z.object({ ...onCase, reason: reason.optional() }),
    output: CaseView,
    errors,
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
      note: reason.optional(),
    }),
    output: CaseView,
    errors: [...errors, 'casework.unknownCategory', 'casework.gradeIsDispatchers', 'casework.outsideScope', 'region.unknown', 'region.unknownUnit'],
  }),
  'casework.accept': command({ summary: '受理', input: z.object(onCase), output: CaseView, errors }),
  'casework.assign': command({
    summary: '交给另一位办理人',
    input: z.object({ ...onCase, personId: Id, note: reason.optional() }),
    output: CaseView,
    errors: [...errors, 'casework.notAssignable'],
  }),
  'casework.handle': command({
    summary: '记一笔办理经过，可带照片',
    input: z.object({ ...onCase, words: text(1000), photoFileIds: Photos.default([]) }),
    output: CaseView,
    errors: [...errors, 'file.notYours'],
  }),
  'casework.ask': command({
    summary: '请反映人补充情况（时限照走）',
    input: z.object({ ...onCase, question: text(200) }),
    output: CaseView,
    errors: [...errors, 'casework.alreadyAsked'],
  }),
  'casework.supplement': command({
    summary: '反映人补充情况',
    input: z.object({ ...onCase, words: text(500).optional(), voiceFileId: Id.optional(), photoFileIds: Photos.default([]) }),
    output: CaseView,
    errors: [...errors, 'casework.nothingSaid', 'file.notYours'],
  }),
  'casework.answer': command({
    summary: '答复：办好了，请反映人评价',
    input: z.object({ ...onCase, words: text(1000), photoFileIds: Photos.default([]) }),
    output: CaseView,
    errors: [...errors, 'file.notYours'],
  }),
  'casework.rate': command({
    summary: '评价 1–5 分，可写几句话',
    input: z.object({ ...onCase, score: z.number().int().min(1).max(5), words: text(300).optional() }),
    output: CaseView,
    errors: [...errors, 'casework.ownWork'],
  }),
  'casework.reopen': command({
    summary: '没办好，重新办理',
    input: z.object({ ...onCase, words: text(500), photoFileIds: Photos.default([]) }),
    output: CaseView,
    errors: [...errors, 'casework.reopenTooLate', 'file.notYours'],
  }),
  'casework.decline': command({
    summary: '不予受理，理由反映人会看到',
    input: z.object({ ...onCase, reason }),
    output: CaseView,
    errors,
  }),
  'casework.giveUp': command({
    summary: '无法办理，理由反映人会看到',
    input: z.object({ ...onCase, reason }),
    output: CaseView,
    errors,
  }),
  'casework.closeUnrated': command({
    summary: '到期没有评价的自动办结（系统）',
    input: z.object({ caseId: Id }),
    output: z.object({ closed: z.boolean() }),
    errors,
  }),
  'casework.revealRequester': command({
    summary: '查看反映人的姓名和电话；须写明理由，记入日志',
    input: z.object({ caseId: Id, reason: text(200) }),
    output: z.object({ name: z.string(), phone: z.string().optional() }),
    errors: ['casework.notYours'],
    sensitive: true,
  }),
  'casework.listCases': query({
    scope: 'staff',
    summary: '办件列表（游标分页，每种排序都走索引）',
    input: CaseFilter.extend({
      sort: oneOf(['due', 'newest']).default('due'),
      limit: PageSize,
      cursor: Cursor.optional(),
    }),
    output: page(CaseSummary),
    errors: [],
  }),
  'casework.getCase': query({
    scope: 'staff',
    summary: '一件事的全部情况、经过和现在能做的',
    input: z.object({ caseId: Id }),
    output: CaseView,
    errors: [],
  }),
  'casework.countByColour': query({
    scope: 'staff',
    summary: '各颜色件数（最多数到 1000）',
    input: z.object({ regionId: RegionId.optional(), mine: z.boolean().default(false) }),
    output: z.object({ colours: z.record(oneOf(COLOURS), BoundedCount), pending: BoundedCount, answered: BoundedCount }),
    errors: [],
  }),
  'casework.listOnMap': query({
    scope: 'staff',
    summary: '地图范围内的在办事项（最多 1000 件，more 表示还有）',
    input: CaseFilter.extend({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }),
    output: z.object({ items: z.array(CaseSummary.extend({ point: Point })), more: z.boolean() }),
    errors: ['casework.mapTooWide'],
  }),
  'casework.listAssignees': query({
    scope: 'staff',
    summary: '这件事可以交给谁',
    input: z.object({ caseId: Id }),
    output: z.object({ items: z.array(z.object({ personId: Id, name: z.string(), roleLabel: z.string(), unitName: z.string(), openCases: BoundedCount })) }),
    errors: [],
  }),
  'casework.listMine': query({
    scope: 'own',
    summary: '我反映的事',
    input: z.object({ show: oneOf(['all', 'waitingForMe', 'open', 'closed']).default('all'), limit: PageSize, cursor: Cursor.optional() }),
    output: page(CaseSummary),
    errors: [],
  }),
  'casework.getMine': query({
    scope: 'own',
    summary: '我反映的一件事：谁在办、到什么时候、经过',
    input: z.object({ caseId: Id }),
    output: CaseView,
    errors: [],
  }),
}
