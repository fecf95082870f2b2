import { RING_FIRST_MS, RING_FOR_MS, ringDue } from '@xiangli/shared/handover/rules'
import { now as clock } from '../../core/clock'
import { withAmbient } from '../../core/context'
import type { Job } from '../../core/module'
import { runDue } from '../../core/run-system'
import { shiftAfter, unsignedShifts, type ShiftDoc } from '../duty'
import { unitById } from '../region'
import { urgentBefore } from './collect'
import { ringId } from './commands/ring'
import { Rings } from './handover.model'

const BATCH = 500

interface Due {
  shiftId: string
  ring: number
}

/** Superseded once the next shift has ended too, and nothing changes hands where one person has both. */
const isPast = (next: ShiftDoc | undefined, shift: ShiftDoc, now: Date): boolean => next !== undefined && (next.to <= now || next.mainId === shift.mainId)

const dueOf = async (shift: ShiftDoc, now: Date): Promise<Due | null> => {
  const [ring, unit] = [ringDue(shift.to, now), unitById(shift.unitId)]
  if (ring === null || !unit || isPast(await shiftAfter(shift), shift, now)) return null
  if (await Rings.one({ _id: ringId(shift._id, ring) })) return null
  return (await urgentBefore(unit, shift.to)).cases > 0 ? { shiftId: shift._id, ring } : null
}

const dueFor = (county: string): Promise<{ due: Due[]; more: boolean }> =>
  withAmbient({ county }, async () => {
    const now = clock()
    const ended = { after: new Date(now.getTime() - RING_FOR_MS), by: new Date(now.getTime() - RING_FIRST_MS) }
    const shifts = await unsignedShifts(ended, BATCH)
    const due: Due[] = []
    for (const shift of shifts) {
      const one = await dueOf(shift, now)
      if (one) due.push(one)
    }
    return { due, more: shifts.length === BATCH }
  })

/** From state: after a missed night one ring goes out, the one of now; those of the night are not made up for. */
export const jobs: readonly Job[] = [
  {
    name: 'handover.ringEarlier',
    run: async ({ dry, deadline, county }) => {
      const { due, more } = await dueFor(county)
      if (dry) return { done: due.length, more }
      let done = 0
      for (const one of due) {
        if (new Date() > deadline) return { done, more: true }
        if (await ringOne(one, county)) done += 1
      }
      return { done, more: false }
    },
  },
]

/** Keyed by shift and number of the ring: two runs meeting at one shift ring once. Refused: signed, or nothing urgent left meanwhile. */
const ringOne = ({ shiftId, ring }: Due, county: string): Promise<boolean> =>
  runDue('handover.ring', { shiftId, ring }, { county, key: `ring:${ringId(shiftId, ring)}` })
