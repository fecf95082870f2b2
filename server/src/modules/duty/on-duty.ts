import { handsOver, ringingShift } from '@xiangli/shared/duty/rules'
import type { Desk } from '@xiangli/shared/duty/shifts'
import { ambient } from '../../core/context'
import { countyRegion, unitById, unitOfRegion } from '../region'
import { rosterId, Rosters, Shifts, type RosterDoc, type ShiftDoc } from './roster.model'

export interface OnDuty {
  shiftId?: string
  mainId?: string
  backupId?: string
  /** Account ids in the order they are called; their phones stand in the accounts. */
  phoneList: string[]
}

interface About {
  desk?: Desk
  /** Since when the matter is there: what came in under an earlier shift that nobody signed for still rings that one. */
  caseFrom?: Date
}

type RosterAt = Pick<RosterDoc, 'phoneIds' | 'phoneRev' | 'standing'> & { shifts: ShiftDoc[] }

const NOBODY: RosterAt = { phoneIds: [], phoneRev: 0, standing: null, shifts: [] }

/** A desk's roster with the two latest shifts begun by then, in one read; each part walks its index and stops. */
export const rosterAt = async (unitId: string, desk: Desk, at: Date): Promise<RosterAt> => {
  const begun = { county: ambient().county, unitId, desk, from: { $lte: at } }
  const latest = [{ $match: begun }, { $sort: { from: -1 } }, { $limit: 2 }]
  const [found] = await Rosters.aggregate<RosterAt>([
    { $match: { _id: rosterId({ unitId, desk }) } },
    { $lookup: { from: Shifts.name, pipeline: latest, as: 'shifts' } },
  ])
  return found ?? NOBODY
}

/**
 * Whom to ring for a unit at an instant. It says what the roster says: whoever has since been suspended is
 * for the caller to leave out (`withoutSuspended`).
 */
export const onDuty = async (unitId: string, at: Date, { desk = 'duty', caseFrom }: About = {}): Promise<OnDuty> => {
  const { shifts, phoneIds } = await rosterAt(unitId, desk, at)
  const shift = ringingShift(shifts, { at, caseFrom })
  if (!shift) return { phoneList: phoneIds }
  return { shiftId: shift._id, mainId: shift.mainId, ...(shift.backupId ? { backupId: shift.backupId } : {}), phoneList: phoneIds }
}

/** The named duty of the fallback pool; where none is planned, the county centre's own. */
export const poolOnDuty = async (at: Date, caseFrom?: Date): Promise<OnDuty> => {
  const centre = unitOfRegion(countyRegion().id)
  const about = caseFrom ? { caseFrom } : {}
  const named = await onDuty(centre.id, at, { desk: 'pool', ...about })
  return named.mainId ? named : onDuty(centre.id, at, about)
}

export const startsUnsigned = (unitId: string, desk: Desk): boolean => {
  const unit = unitById(unitId)
  return desk === 'duty' && unit !== undefined && handsOver(unit.kind)
}

/** The shift that follows another of its desk, planned or under way. */
export const shiftAfter = async ({ unitId, desk, from }: Pick<ShiftDoc, 'unitId' | 'desk' | 'from'>): Promise<ShiftDoc | undefined> =>
  (await Shifts.list({ unitId, desk, from: { $gt: from } }, { sort: { from: 1 }, limit: 1 }))[0]

/** The shift on duty (or the last there was) and the one before. */
export const latestShifts = async (unitId: string, at: Date): Promise<ShiftDoc[]> => (await rosterAt(unitId, 'duty', at)).shifts

/** Ended within a time and nobody has signed for them; oldest first. */
export const unsignedShifts = (ended: { after: Date; by: Date }, limit: number): Promise<ShiftDoc[]> =>
  Shifts.list({ isUnsigned: true, to: { $gt: ended.after, $lte: ended.by } }, { sort: { to: 1, _id: 1 }, limit, hint: 'shift_unsigned' })

export const shiftById = (id: string): Promise<ShiftDoc | null> => Shifts.one({ _id: id })

/** From now on its urgent matters are the next one's; null when it was already so. */
export const noteSignedFor = (shiftId: string): Promise<ShiftDoc | null> =>
  Shifts.change({ _id: shiftId, isUnsigned: true }, { $set: { isUnsigned: false } })
