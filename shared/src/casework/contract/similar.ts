import { z } from 'zod'
import { command, query } from '../../core/contract'
import { Cursor, Id, page, PageSize, Point, RegionId, text } from '../../core/fields'
import { JoinedSummary, JoinedView, SimilarCase, SimilarReport } from '../similar-views'
import { CaseSummary, CaseView } from '../views'
import { onCase, Reason, stepErrors } from './parts'

const MOST_AT_ONCE = 100

/** Many to one: what is alike, who else it concerns, and working on it together. */
export const similarContract = {
  'casework.findSimilar': query({
    scope: 'own',
    summary: '提交前看看附近有没有人反映过（最多 5 件；不显示是谁、在哪一户）',
    input: z.object({
      type: z.literal('complaint').default('complaint'),
      category: z.string().max(40).optional(),
      point: Point.optional(),
      villageId: RegionId.optional(),
      words: text(500).optional(),
    }),
    output: z.object({ items: z.array(SimilarReport).max(5) }),
    errors: ['casework.unknownType'],
  }),
  'casework.listSimilar': query({
    scope: 'staff',
    summary: '和这件相似的在办事项（最多 5 件，各说明哪里像）',
    input: z.object({ caseId: Id }),
    output: z.object({ items: z.array(SimilarCase).max(5) }),
    errors: [],
  }),
  'casework.join': command({
    summary: '我也遇到：算一个人，跟着看进展',
    input: z.object({ caseId: Id }),
    output: z.object({ caseId: Id, isJoined: z.boolean(), supporters: z.number().int() }),
    errors: ['casework.wrongState', 'casework.ownCase', 'casework.enoughFollow'],
  }),
  'casework.leave': command({
    summary: '不再跟着看',
    input: z.object({ caseId: Id }),
    output: z.object({ caseId: Id, isJoined: z.boolean(), supporters: z.number().int() }),
    errors: [],
  }),
  'casework.listJoined': query({
    scope: 'own',
    summary: '我也遇到、跟着看的事',
    input: z.object({ limit: PageSize, cursor: Cursor.optional() }),
    output: page(JoinedSummary),
    errors: [],
  }),
  'casework.getJoined': query({
    scope: 'own',
    summary: '跟着看的一件事：办到哪一步、答复了什么',
    input: z.object({ caseId: Id }),
    output: JoinedView,
    errors: [],
  }),
  'casework.merge': command({
    summary: '把同样的几件事并到一件里一起办，全并上或都不动',
    input: z.object({
      ...onCase,
      children: z
        .array(z.object(onCase))
        .min(1)
        .max(MOST_AT_ONCE, `一次最多并 ${MOST_AT_ONCE} 件`)
        .refine((all) => new Set(all.map(({ caseId }) => caseId)).size === all.length, '同一件只能选一次'),
      note: Reason.optional(),
    }),
    output: CaseView,
    errors: [...stepErrors, 'casework.hasChildren', 'casework.notTogether', 'casework.aboutAlone', 'casework.sealedAlone', 'casework.releaseFirst', 'casework.tooManyMerged', 'casework.hearingFirst', 'casework.alreadySupervised', 'casework.alreadyPaused'],
  }),
  'casework.unmerge': command({
    summary: '把并进去的一件拆出来，回到合并前的样子',
    input: z.object({ ...onCase, reason: Reason.optional() }),
    output: CaseView,
    errors: [...stepErrors, 'casework.unmergeTooLate'],
  }),
  'casework.listChildren': query({
    scope: 'staff',
    summary: '并在这件里的事，先来的在前',
    input: z.object({ caseId: Id, limit: PageSize, cursor: Cursor.optional() }),
    output: page(CaseSummary),
    errors: [],
  }),
}
