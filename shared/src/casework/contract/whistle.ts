import { z } from 'zod'
import { command } from '../../core/contract'
import { Id, text, UnitId } from '../../core/fields'
import { CaseView } from '../views'
import { MOST_CALLED } from '../whistle'
import { onCase, Reason, stepErrors } from './parts'

/** 吹哨报到. */
export const whistleContract = {
  'casework.whistle': command({
    summary: '吹哨：请几家单位一起办，各写一句要办什么，到时要报到',
    input: z.object({ ...onCase, units: z.array(z.object({ unitId: UnitId, task: text(100) })).min(1).max(MOST_CALLED) }),
    output: CaseView,
    errors: [...stepErrors, 'casework.alreadyCalled', 'casework.tooManyCalled', 'casework.callsItself', 'casework.releaseFirst', 'casework.outsideScope', 'region.unknownUnit'],
  }),
  'casework.arrive': command({ summary: '被请的单位报到', input: z.object(onCase), output: CaseView, errors: [...stepErrors, 'casework.alreadyArrived'] }),
  'casework.reportResult': command({
    summary: '被请的单位报结果；报完这件事就不再给它看',
    input: z.object({ ...onCase, words: Reason }),
    output: z.object({ done: z.boolean() }),
    errors: [...stepErrors, 'casework.notArrived'],
  }),
  'casework.waiveCalled': command({
    summary: '不再等没报结果的单位，说明理由',
    input: z.object({ ...onCase, reason: Reason }),
    output: CaseView,
    errors: [...stepErrors, 'casework.nobodyCalled'],
  }),
  'casework.tellLate': command({
    summary: '到时没有报到，告知一次并列出（系统）',
    input: z.object({ caseId: Id }),
    output: z.object({ done: z.boolean() }),
    errors: [...stepErrors, 'casework.nothingDue'],
  }),
}
