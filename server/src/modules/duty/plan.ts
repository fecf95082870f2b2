import { rotate, whyNotPlan, type PlannedShift } from '@xiangli/shared/duty/rotation'
import { gapsOf, overlaps, type Span } from '@xiangli/shared/duty/rules'
import { workingTime } from '../calendar'
import type { Pattern } from '@xiangli/shared/duty/shifts'
import { DAY, dayAfter, instantOf } from '@xiangli/shared/core/time'
import { ambient } from '../../core/context'
import { refuse } from '../../core/fail'
import { newId } from '../../core/ids'
import { startsUnsigned } from './on-duty'
import { Shifts, type RosterOf, type ShiftDoc } from './roster.model'

export interface Plan extends RosterOf {
  pattern: Pattern
  from: string
  to: string
  replaces: boolean
}

export interface Planned {
  shifts: (PlannedShift & { isTaken: boolean })[]
  replaced: ShiftDoc[]
  gaps: Span[]
}

/** Turns before a period count back so far. */
const REMEMBERED_DAYS = 60
const MOST = 1_000

/** From the first day's first moment to the end of the last day's night. */
const spanOf = ({ from, to }: Pick<Plan, 'from' | 'to'>): Span => ({ from: instantOf(from, '00:00'), to: instantOf(dayAfter(to, 2), '00:00') })

const shiftsIn = ({ unitId, desk }: RosterOf, { from, to }: Span): Promise<ShiftDoc[]> =>
  Shifts.list({ unitId, desk, from: { $gte: new Date(from.getTime() - DAY), $lt: to } }, { sort: { from: 1 }, limit: MOST })

/** The plan as it would be written now: what it adds, what is in its way, what would give way, where nobody is. */
export const drawPlan = async (plan: Plan, now: Date): Promise<Planned> => {
  const { pattern, from, to } = plan
  const period = { from, to, isWorkingDay: workingTime().isWorkingDay }
  refuse(whyNotPlan(pattern, period))
  const span = spanOf(plan)
  const before = { from: new Date(span.from.getTime() - REMEMBERED_DAYS * DAY), to: span.from }
  const [had, there] = [await shiftsIn(plan, before), await shiftsIn(plan, span)]
  const drawn = rotate(pattern, period, had.filter((shift) => shift.from < span.from).map(({ slot = '', mainId }) => ({ slot, mainId })))
  const givesWay = (shift: ShiftDoc): boolean => plan.replaces && shift.from > now && drawn.some((each) => overlaps(each, shift))
  const replaced = there.filter(givesWay)
  const kept = there.filter((shift) => !givesWay(shift))
  const shifts = drawn.map((each) => ({ ...each, isTaken: kept.some((shift) => overlaps(each, shift)) }))
  const [first, last] = [drawn[0], drawn.at(-1)]
  const gaps = first && last ? gapsOf([...kept, ...drawn], { from: first.from, to: last.to }) : []
  return { shifts, replaced, gaps }
}

/** Under the roster's lock. */
export const writePlan = async (plan: Plan, now: Date): Promise<{ added: ShiftDoc[]; planned: Planned }> => {
  const planned = await drawPlan(plan, now)
  if (planned.replaced.length > 0) await Shifts.removeMany({ _id: { $in: planned.replaced.map(({ _id }) => _id) } })
  const isUnsigned = startsUnsigned(plan.unitId, plan.desk)
  const added = planned.shifts
    .filter(({ isTaken }) => !isTaken)
    .map(({ from, to, slot, mainId, backupId }): ShiftDoc => ({
      _id: newId(now), county: ambient().county, unitId: plan.unitId, desk: plan.desk, from, to, slot, mainId, ...(backupId ? { backupId } : {}), isUnsigned, rev: 1,
    }))
  await Shifts.addMany(added)
  return { added, planned }
}
