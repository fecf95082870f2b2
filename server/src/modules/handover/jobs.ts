import { RING_FIRST_MS, RING_FOR_MS, ringDue } from '@xiangli/shared/handover/rules'
import { now as clock } from '../../core/clock'
import { withAmbient } from '../../core/context'
import { AppError } from '../../core/fail'
import { log } from '../../core/log'
import type { Job } from '../../core/module'
import { runSystemCommand } from '../../core/run-system'
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
        done += await ringOne(one, county)
      }
      return { done, more: false }
    },
  },
]

/** Keyed by shift and number of the ring: two runs meeting at one shift ring once. */
const ringOne = async ({ shiftId, ring }: Due, county: string): Promise<number> => {
  try {
    await runSystemCommand('handover.ring', { shiftId, ring }, { county, key: `ring:${ringId(shiftId, ring)}` })
    return 1
  } catch (error) {
    if (!(error instanceof AppError) || error.status === 503) throw error
    // 409: signed, or nothing urgent left meanwhile.
    if (error.status !== 409) log.error({ shiftId, code: error.code }, 'earlier shift not rung')
    return 0
  }
}
