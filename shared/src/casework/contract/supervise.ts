import { z } from 'zod'
import { command, query } from '../../core/contract'
import { BoundedCount, Cursor, Id, Instant, oneOf, page, PageSize, RegionId } from '../../core/fields'
import { AWAITED } from '../supervision'
import { TIME_KINDS } from '../time-request'
import { CaseView, SupervisionRow } from '../views'
import { onCase, Reason, stepErrors } from './parts'

const timeErrors = [
  ...stepErrors, 'casework.alreadyPaused', 'casework.tooLateForTime', 'casework.alreadyExtended', 'casework.untilOutOfRange', 'casework.pausedEnough',
] as const
const crossingErrors = [...stepErrors, 'casework.nothingDue'] as const

/** What the timetable does to one case when its time has come. */
const crossing = (summary: string) => command({ summary, input: z.object({ caseId: Id }), output: z.object({ done: z.boolean() }), errors: crossingErrors })

/** More time, and the levels above. */
export const superviseContract = {
  'casework.askTime': command({
    summary: '申请暂停或延期，由上级答复；反映人看得到理由',
    input: z.object({ ...onCase, kind: oneOf(TIME_KINDS), until: Instant, reason: Reason }),
    output: CaseView,
    errors: [...timeErrors, 'casework.timeAlreadyAsked', 'casework.hearingFirst'],
  }),
  'casework.grantTime': command({
    summary: '同意暂停或延期',
    input: z.object({ ...onCase, words: Reason.optional() }),
    output: CaseView,
    errors: [...timeErrors, 'casework.noTimeAsked', 'casework.ownRequest'],
  }),
  'casework.refuseTime': command({
    summary: '不同意暂停或延期，说明理由',
    input: z.object({ ...onCase, reason: Reason }),
    output: CaseView,
    errors: [...stepErrors, 'casework.noTimeAsked'],
  }),
  'casework.resume': command({
    summary: '暂停的事恢复办理',
    input: z.object(onCase),
    output: CaseView,
    errors: [...stepErrors, 'casework.notPaused'],
  }),
  'casework.fileFeedback': command({
    summary: '督办反馈：原因、措施、答应什么时候办好',
    input: z.object({ ...onCase, reason: Reason, measures: Reason, promisedAt: Instant }),
    output: CaseView,
    errors: [...stepErrors, 'casework.notSupervised', 'casework.otherAwaited', 'casework.promiseInPast', 'casework.promiseTooFar'],
  }),
  'casework.signResult': command({
    summary: '签认督办事项的办理结果',
    input: z.object(onCase),
    output: CaseView,
    errors: [...stepErrors, 'casework.notSupervised', 'casework.otherAwaited', 'casework.ownRequest'],
  }),
  'casework.listForSupervision': command({
    summary: '挂牌督办，负责单位按时反馈',
    input: z.object({ ...onCase, reason: Reason }),
    output: CaseView,
    errors: [...stepErrors, 'casework.alreadySupervised', 'casework.alreadyPaused'],
  }),
  'casework.takeCharge': command({
    summary: '领导包案；已有别的领导包案时要写明理由，原来的领导会收到消息',
    input: z.object({ ...onCase, reason: Reason.optional() }),
    output: CaseView,
    errors: [...stepErrors, 'casework.alreadyInCharge', 'casework.chargeIsTaken'],
  }),
  'casework.warn': crossing('快到时限，提醒办理人（系统）'),
  'casework.callBackup': crossing('到时没人受理，叫值班备班（系统）'),
  'casework.escalate': crossing('超期升级督办（系统）'),
  'casework.endPause': crossing('暂停到期，恢复办理（系统）'),
  'casework.recount': crossing('按新的工作日历重新计算时限（系统）'),
  'casework.listSupervisions': query({
    scope: 'staff',
    summary: '督办单：谁欠反馈、谁欠签认、什么时候到期（游标分页）',
    input: z.object({
      regionId: RegionId.optional(),
      show: oneOf(['open', 'ended']).default('open'),
      awaits: oneOf(AWAITED).optional(),
      /** Only what my own unit owes. */
      mine: z.boolean().default(false),
      limit: PageSize,
      cursor: Cursor.optional(),
    }),
    output: page(SupervisionRow),
    errors: [],
  }),
  'casework.countSupervisions': query({
    scope: 'staff',
    summary: '本单位欠着的督办：在等的和已经逾期的件数（最多数到 1000）',
    input: z.object({ regionId: RegionId.optional() }),
    output: z.object({ owed: BoundedCount, late: BoundedCount }),
    errors: [],
  }),
}
