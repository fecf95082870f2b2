import type { Supervision } from '@xiangli/shared/casework/supervision'
import { isLateToArrive } from '@xiangli/shared/casework/whistle'
import type { Context } from '../../../core/operation'
import type { CaseDoc } from '../case.model'
import { unitName } from './names'
import type { Surroundings } from './surroundings'

/** The supervision as a list or a page shows it. */
export const presentSupervision = ({ byUnitId, since, due, ...supervision }: Supervision) => ({
  ...supervision,
  unitName: unitName(supervision.unitId),
  ...(byUnitId ? { byUnitName: unitName(byUnitId) } : {}),
  since: since.toISOString(),
  due: due.toISOString(),
})

/** Who was called to help, and how far each has come. */
export const presentCalled = ({ calledUnits }: CaseDoc, now: Date) =>
  calledUnits?.length
    ? calledUnits.map((called) => ({
        unitId: called.unitId,
        unitName: unitName(called.unitId),
        task: called.task,
        at: called.at.toISOString(),
        arriveBy: called.arriveBy.toISOString(),
        arrivedAt: called.arrivedAt?.toISOString(),
        reportedAt: called.reportedAt?.toISOString(),
        report: called.report ?? undefined,
        isWaived: called.waivedAt !== null && called.reportedAt === null,
        isLate: isLateToArrive(called, now),
      }))
    : undefined

/** How often it was sent back, and who is to decide. */
export const presentReturns = ({ returns }: CaseDoc) => ({
  returnedCount: returns ? returns.by.length : undefined,
  arbitration: returns?.arbiter
    ? { unitId: returns.arbiter.unitId, unitName: unitName(returns.arbiter.unitId), since: returns.arbiter.since.toISOString(), due: returns.arbiter.due.toISOString(), isTop: returns.arbiter.isTop }
    : undefined,
  isBound: returns?.isBound,
})

/** What the levels above have to do with it, and the time they gave: the requester sees all of it. */
export const presentAbove = (ctx: Context, { supervision, leader, pause, timeRequest, isExtended, pausedMinutes, callBack, hearing }: CaseDoc, { names }: Surroundings) => ({
  supervision: supervision ? presentSupervision(supervision) : undefined,
  leader: leader
    ? { name: names.get(leader.personId) ?? '', unitName: unitName(leader.unitId), since: leader.since.toISOString(), isMe: leader.personId === ctx.actor.id }
    : undefined,
  pause: pause ? { since: pause.since.toISOString(), until: pause.until.toISOString(), reason: pause.reason } : undefined,
  timeRequest: timeRequest
    ? { kind: timeRequest.kind, until: timeRequest.until.toISOString(), reason: timeRequest.reason, at: timeRequest.at.toISOString() }
    : undefined,
  isExtended,
  ...(pausedMinutes > 0 ? { pausedMinutes } : {}),
  ...(callBack ? { callBack: { kind: callBack.kind, round: callBack.round, due: callBack.due.toISOString(), tries: callBack.tries } } : {}),
  ...(hearing ? { hearing: { due: hearing.due.toISOString(), ...(hearing.heldAt ? { heldAt: hearing.heldAt.toISOString() } : {}) } } : {}),
})
