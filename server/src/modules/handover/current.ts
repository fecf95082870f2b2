import { shiftAfter, latestShifts, type ShiftDoc } from '../duty'
import { OPENS_BEFORE_MS, type Stand } from '@xiangli/shared/handover/rules'
import { Handovers, type HandoverDoc } from './handover.model'

export interface Current {
  leaving: ShiftDoc
  arriving: ShiftDoc | undefined
  handover: HandoverDoc | null
}

/**
 * The shift whose end is to be handed over: the one before while nobody has signed for it, else the one on
 * duty. What lies further back is past helping: only the last end counts.
 */
export const leavingShift = ([last, before]: readonly ShiftDoc[], now: Date): ShiftDoc | undefined => {
  if (!last) return undefined
  const isNearEnd = now.getTime() >= last.to.getTime() - OPENS_BEFORE_MS
  return before?.isUnsigned && !isNearEnd ? before : last
}

export const currentOf = async (unitId: string, now: Date): Promise<Current | undefined> => {
  const leaving = leavingShift(await latestShifts(unitId, now), now)
  if (!leaving) return undefined
  const [arriving, handover] = [await shiftAfter(leaving), await Handovers.one({ shiftId: leaving._id })]
  return { leaving, arriving, handover }
}

export const standOf = ({ leaving, arriving, handover }: Current): Stand => ({
  leaving,
  arriving,
  signed: handover ? { byId: handover.signed?.byId ?? null, isAccepted: handover.accepted !== null } : undefined,
})
