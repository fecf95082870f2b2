import type { Job } from '../../core/module'
import { withAmbient } from '../../core/context'
import { now as clock } from '../../core/clock'
import { AppError } from '../../core/fail'
import { log } from '../../core/log'
import { DAY } from '@xiangli/shared/core/time'
import { runSystemCommand } from '../../core/run-system'
import { Cases, type CaseDoc } from './case.model'
import { allCaseTypes } from './types'

const BATCH = 200

const dueFor = (county: string): Promise<CaseDoc[]> => {
  const now = clock().getTime()
  // Each type by its own days: one that waits longer must not fill the batch before it is due.
  const due = allCaseTypes().map(({ name, ratingDays }) => ({ type: name, answeredAt: { $lte: new Date(now - ratingDays * DAY) } }))
  const filter = { state: 'answered' as const, $or: due }
  return withAmbient({ county }, () => Cases.list(filter, { sort: { answeredAt: 1 }, limit: BATCH, projection: { rev: 1 } }))
}

/** From state, not from ticks: whatever a missed night left over is due the next time as well. */
export const jobs: readonly Job[] = [
  {
    name: 'casework.closeUnrated',
    run: async ({ dry, deadline, county }) => {
      const due = await dueFor(county)
      if (dry) return { done: due.length, more: due.length === BATCH }
      let done = 0
      for (const { _id, rev } of due) {
        if (new Date() > deadline) return { done, more: true }
        done += await closeOne(_id, { rev, county })
      }
      return { done, more: due.length === BATCH }
    },
  },
]

/** Keyed by case and revision: two runs meeting at one case close it once. One that fails does not keep the others waiting. */
const closeOne = async (caseId: string, { rev, county }: { rev: number; county: string }): Promise<number> => {
  try {
    const { closed } = await runSystemCommand('casework.closeUnrated', { caseId }, { county, key: `unrated:${caseId}:${rev}` })
    return closed ? 1 : 0
  } catch (error) {
    if (!(error instanceof AppError) || error.status === 503) throw error
    // 409: rated or reopened meanwhile by hand, so nothing is due any more.
    if (error.status !== 409) log.error({ caseId, code: error.code }, 'unrated case not closed')
    return 0
  }
}
