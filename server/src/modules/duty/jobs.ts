import { dayAfter, dayOf } from '@xiangli/shared/core/time'
import { now as clock } from '../../core/clock'
import { withAmbient } from '../../core/context'
import type { Job } from '../../core/module'
import { runDue } from '../../core/run-system'
import { AHEAD_DAYS } from './commands/extend-plan'
import { Rosters, type RosterDoc } from './roster.model'

const BATCH = 100

const dueFor = (county: string): Promise<RosterDoc[]> =>
  withAmbient({ county }, () =>
    Rosters.list({ 'standing.plannedTo': { $lt: dayAfter(dayOf(clock()), AHEAD_DAYS) } }, { sort: { 'standing.plannedTo': 1 }, limit: BATCH, hint: 'roster_standing' }),
  )

/** From state: a roster that was not extended for weeks is the next time, from that day on. */
export const jobs: readonly Job[] = [
  {
    name: 'duty.extendPlans',
    run: async ({ dry, deadline, county }) => {
      const due = await dueFor(county)
      if (dry) return { done: due.length, more: due.length === BATCH }
      let done = 0
      for (const roster of due) {
        if (new Date() > deadline) return { done, more: true }
        if (await extendOne(roster, county)) done += 1
      }
      return { done, more: due.length === BATCH && done > 0 }
    },
  },
]

/** Keyed by how far the plan had reached: two runs meeting at one roster extend it once. */
const extendOne = ({ _id, unitId, desk, standing }: RosterDoc, county: string): Promise<boolean> =>
  runDue('duty.extendPlan', { unitId, desk }, { county, key: `extend:${_id}:${standing?.plannedTo ?? ''}:${dayOf(clock())}` })
