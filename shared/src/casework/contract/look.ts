import { z } from 'zod'
import { command, query } from '../../core/contract'
import { BoundedCount, Cursor, Id, Instant, oneOf, page, PageSize, Point, RegionId, text, UnitId } from '../../core/fields'
import { COLOURS } from '../states'
import { CaseFilter, CaseSummary, CaseView } from '../views'

/** One place or department with what runs there; the first row of a board is the whole. */
const BoardRow = z.object({
  regionId: RegionId,
  unitId: UnitId.optional(),
  name: z.string(),
  isWhole: z.boolean(),
  red: BoundedCount,
  yellow: BoundedCount,
  green: BoundedCount,
  pending: BoundedCount,
})

export const lookContract = {
  'casework.revealRequester': command({
    summary: '查看反映人的姓名和电话；须写明理由，记入日志',
    input: z.object({ caseId: Id, reason: text(200) }),
    output: z.object({ name: z.string(), phone: z.string().optional() }),
    errors: ['casework.notYours', 'casework.sealedName'],
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
  'casework.countBoard': query({
    scope: 'staff',
    summary: '调度室看板：在办件数，颜色 × 下一级地方或部门（每格最多数到 1000；几秒内的结果）',
    input: z.object({ regionId: RegionId.optional(), by: oneOf(['place', 'unit']).default('place') }),
    output: z.object({ at: Instant, rows: z.array(BoardRow) }),
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
