import type { WorkingTime } from '../calendar/working-time'
import type { ErrorCode } from '../catalog/errors'
import type { CaseRecord } from './record'

/** 退单 of one case: who sent it back, and who decides after that. */
export interface Returns {
  /** Units that returned it, in order; none does so twice. */
  by: string[]
  /** When it last went to another desk: accepting has its limit from then. */
  at: Date
  arbiter: Arbiter | null
  /** The arbiter has decided: nobody returns it any more. */
  isBound: boolean
}

/** 仲裁: the unit whose duty it is to say who does it, and until when. */
export interface Arbiter {
  unitId: string
  since: Date
  due: Date
  /** Nobody is above: it moves no further and stays listed. */
  isTop: boolean
}

/** The second return goes to the arbiter, and whatever the arbiter decides binds: there is no third. */
export const MOST_RETURNS = 2

interface Returned {
  handler: Partial<Pick<CaseRecord['handler'], 'unitId' | 'returnBy'>>
  pause: CaseRecord['pause']
  returns?: Returns | null
}

/** Why the handling unit may not send the case back now; null when it may. Not in time counts as signed (签收). */
export const whyNotReturn = ({ handler, returns, pause }: Returned, now: Date): ErrorCode | null => {
  if (!handler.returnBy || !handler.unitId) return 'casework.notReturnable'
  if (returns && (returns.isBound || returns.by.includes(handler.unitId) || returns.by.length >= MOST_RETURNS)) return 'casework.returnedBefore'
  if (now > handler.returnBy) return 'casework.returnTooLate'
  return pause ? 'casework.alreadyPaused' : null
}

export interface UnitNode {
  id: string
  parentId?: string | undefined
}

type ParentOf = (unitId: string) => UnitNode | undefined

const above = (unitId: string, parentOf: ParentOf): string[] => {
  const ids: string[] = []
  for (let unit = parentOf(unitId); unit && !ids.includes(unit.id); unit = parentOf(unit.id)) ids.push(unit.id)
  return ids
}

/** Up by one level only: who owns a case cannot hand it past the level that would have to answer for them. */
export const isPastALevel = (fromUnitId: string, toUnitId: string, parentOf: ParentOf): boolean =>
  above(toUnitId, parentOf).length < above(fromUnitId, parentOf).length - 1

/** The lowest unit above all of these: it answers for each of them, and is none of them. */
export const commonParent = (unitIds: readonly string[], parentOf: ParentOf): string | undefined => {
  const [first = [], ...others] = unitIds.map((id) => above(id, parentOf))
  return first.find((id) => !unitIds.includes(id) && others.every((ids) => ids.includes(id)))
}

interface Opening {
  unitId: string
  isTop: boolean
  now: Date
  days: number
  work: WorkingTime
}

export const openArbitration = ({ unitId, isTop, now, days, work }: Opening): Arbiter => ({ unitId, isTop, since: now, due: work.endOfDay(now, days) })

/** Steps that would decide in the arbiter's place, or get the case out of their sight. */
export const HELD_BY_ARBITER: readonly string[] = ['accept', 'route', 'assign', 'decline', 'returnCase', 'merge', 'whistle']
