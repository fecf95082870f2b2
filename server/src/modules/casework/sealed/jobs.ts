import { now as clock } from '../../../core/clock'
import { withAmbient } from '../../../core/context'
import type { Job } from '../../../core/module'
import { runDue } from '../../../core/run-system'
import { Handed, type HandedDoc } from './sealed.model'

const BATCH = 200

const dueFor = (county: string): Promise<HandedDoc[]> =>
  withAmbient({ county }, () => Handed.list({ due: { $lte: clock() } }, { sort: { due: 1 }, limit: BATCH, hint: 'handed_due' }))

/** A whole day's steps come to light together, in the order of their due times and nothing else. */
export const handedJob: Job = {
  name: 'casework.applyHanded',
  run: async ({ dry, deadline, county }) => {
    const due = await dueFor(county)
    let done = 0
    for (const { _id: caseId, at } of dry ? [] : due) {
      if (new Date() > deadline) return { done, more: true }
      if (await runDue('casework.applyHanded', { caseId }, { county, key: `handed:${caseId}:${at.getTime()}` })) done += 1
    }
    return { done: dry ? due.length : done, more: due.length === BATCH }
  },
}
