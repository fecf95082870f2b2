import type { Supervision } from '@xiangli/shared/casework/supervision'
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
