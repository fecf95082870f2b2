import type { Filter } from 'mongodb'
import { nextCrossing } from '@xiangli/shared/casework/crossing'
import type { Job, JobReport } from '../../core/module'
import { withAmbient } from '../../core/context'
import { now as clock } from '../../core/clock'
import { runDue } from '../../core/run-system'
import { Cases, type CaseDoc } from './case.model'
import { recountJob } from './recounting'
import { followJob } from './settings/applying'
import { typeOf } from './types'

const BATCH = 200

/** Said with its type, without which the planner does not take the partial index's bounds and walks all of it. */
export const dueBy = (now: Date): Filter<CaseDoc> => ({ nextAt: { $lte: now, $type: 'date' } })

const dueFor = (county: string): Promise<CaseDoc[]> =>
  withAmbient({ county }, () => Cases.list(dueBy(clock()), { sort: { nextAt: 1 }, limit: BATCH, hint: 'case_next' }))

/** From state, not from ticks: whatever a missed night left over is due the next time as well. */
const crossings: Job = {
  name: 'casework.crossings',
  run: async ({ dry, deadline, county }): Promise<JobReport> => {
    let done = 0
    const stuck = new Set<string>()
    for (;;) {
      const due = (await dueFor(county)).filter(({ _id }) => !stuck.has(_id))
      if (dry || due.length === 0) return { done: dry ? due.length : done, more: dry && due.length === BATCH }
      for (const record of due) {
        if (new Date() > deadline) return { done, more: true }
        if (await crossOne(record, county)) done += 1
        else stuck.add(record._id)
      }
      if (stuck.size >= BATCH) return { done, more: true }
    }
  },
}

/** Keyed by case, revision and kind: two runs meeting at one case do it once. */
const crossOne = async (record: CaseDoc, county: string): Promise<boolean> => {
  const { _id: caseId, rev } = record
  const due = nextCrossing(record, typeOf(record))
  return due !== null && runDue(`casework.${due.kind}`, { caseId }, { county, key: `${due.kind}:${caseId}:${rev}` })
}

export const jobs: readonly Job[] = [crossings, recountJob, followJob]
