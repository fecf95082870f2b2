import type { CaseAction, CaseType } from '@xiangli/shared/casework/case-type'
import { keptCall, nextCall } from '@xiangli/shared/casework/call-back'
import { noLaterThan } from '@xiangli/shared/casework/clock'
import { nextCrossing } from '@xiangli/shared/casework/crossing'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { targetState } from '@xiangli/shared/casework/rules'
import { isLetGo } from '@xiangli/shared/casework/signing'
import { isOpen } from '@xiangli/shared/casework/states'
import { workingTime } from '../calendar'
import type { CaseDoc } from './case.model'
import { paceOf } from './pace'
import { caseScopeKeys } from './routing'

interface Taken {
  type: CaseType
  action: CaseAction
  now: Date
}

/** A step's outcome with all that follows from it: state, limits of others, what is still owed, who may read it, what comes next. */
export const settled = (record: CaseDoc, outcome: Partial<CaseRecord>, { type, action, now }: Taken): Partial<CaseRecord> & Pick<CaseRecord, 'state'> => {
  const state = targetState(type, record, action)
  const over = isOpen(state) ? {} : { ...ended, ...letGoOf(record, now) }
  const unsigned = isLetGo(record, { ...record, ...outcome }) ? { signing: null } : {}
  const set = { ...outcome, ...unsigned, ...keptArrival(record, outcome), ...boundOutside(type, { ...record, ...outcome }, action), ...over, state, updatedAt: now }
  const calls = callsAfter({ ...record, ...set }, type)
  const after = { ...record, ...set, ...calls }
  const nextAt = nextCrossing(after, type)?.at ?? null
  const moved = outcome.handler ?? outcome.ownerUnitId ?? outcome.regionPath ?? outcome.category ?? (isQueued(set) ? true : undefined)
  return { ...set, ...calls, nextAt, ...(moved === undefined ? {} : { scopeKeys: caseScopeKeys(type, after) }) }
}

/** What is still to be asked of the requester, whatever the step was. */
const callsAfter = (after: CaseDoc, type: CaseType): Pick<CaseRecord, 'callBack' | 'callBackAt'> => ({
  callBack: keptCall(after),
  callBackAt: nextCall(after, type, workingTime())?.at ?? null,
})

/** Changing hands inside the unit does not give it more time to send the case back. */
const keptArrival = ({ handler }: CaseDoc, outcome: Partial<CaseRecord>): Partial<CaseRecord> => {
  if (!outcome.handler || outcome.handler.unitId !== handler.unitId) return {}
  const { returnBy: _new, ...rest } = outcome.handler
  return { handler: { ...rest, ...(handler.returnBy ? { returnBy: handler.returnBy } : {}) } }
}

/** Whatever a step makes of the limit, it ends no later than another platform's; a reopened case runs on limits of its own. */
const boundOutside = (type: CaseType, after: CaseDoc, action: CaseAction): Partial<CaseRecord> => {
  if (!after.outsideDue) return {}
  return action === 'reopen' ? { outsideDue: null } : noLaterThan(after.outsideDue, after.redAt, paceOf(type, after.grade))
}

/** Nothing is owed any more on a case that is over. */
const ended = { supervision: null, pause: null, timeRequest: null } as const

/** A case that is over waits for no arbiter and for none of those called. */
const letGoOf = ({ returns, calledUnits, signing }: CaseDoc, now: Date): Partial<CaseRecord> => ({
  ...(signing ? { signing: null } : {}),
  ...(returns?.arbiter ? { returns: { ...returns, arbiter: null } } : {}),
  ...(calledUnits?.length ? { calledUnits: calledUnits.map((called) => (called.reportedAt ? called : { ...called, waivedAt: called.waivedAt ?? now })) } : {}),
})

/** What gives a case another reader or another list. */
const isQueued = (set: Partial<CaseRecord>): boolean => set.returns !== undefined || set.calledUnits !== undefined || set.about !== undefined || set.risk !== undefined || set.signing !== undefined
