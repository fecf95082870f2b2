import { OPEN_STATES } from '@xiangli/shared/casework/states'
import type { Job } from '../../core/module'
import { collection, type Stored } from '../../core/collection'
import { withAmbient } from '../../core/context'
import { now as clock } from '../../core/clock'
import { runSystemCommand } from '../../core/run-system'
import { calendarVersion } from '../calendar'
import { Cases, type CaseDoc } from './case.model'
import { isPassedBy } from './passed-by'
import { recounted } from './commands/crossings'

const BATCH = 200
const ID = 'calendar'

/** The calendar by which the county's open limits stand counted. */
interface CountedDoc extends Stored {
  version: number
}

const Counted = collection<CountedDoc>({ name: 'counted_limits', indexes: [] })

const RUNNING = OPEN_STATES.filter((state) => state !== 'answered')

/** Running cases whose limit still lies ahead, page by page along the index of due times. */
const pageAfter = (county: string, last: CaseDoc | undefined): Promise<CaseDoc[]> => {
  const from = last?.redAt ?? clock()
  const filter = { scopeKeys: county, state: { $in: [...RUNNING] }, grade: { $in: ['normal' as const, 'urgent' as const] }, redAt: { $gte: from } }
  return Cases.list({ ...filter, ...(last ? { $nor: [{ redAt: from, _id: { $lte: last._id } }] } : {}) }, { sort: { redAt: 1, _id: 1 }, limit: BATCH, hint: 'case_due' })
}

/** After the calendar changed every open limit is counted anew, once, however long it takes and whoever dies meanwhile. */
export const recountJob: Job = {
  name: 'casework.recountLimits',
  run: ({ dry, deadline, county }) =>
    withAmbient({ county }, async () => {
      const version = calendarVersion()
      const counted = await Counted.one({ _id: `${county}:${ID}` })
      if (counted?.version === version) return { done: 0, more: false }
      let done = 0
      for (let page = await pageAfter(county, undefined); page.length > 0; page = await pageAfter(county, page.at(-1))) {
        for (const record of page) {
          if (new Date() > deadline) return { done, more: true }
          if (!recounted(record, clock())) continue
          done += dry ? 1 : await recountOne(record, { county, version })
        }
      }
      if (!dry) await Counted.upsert({ _id: `${county}:${ID}` }, { $set: { version } })
      return { done, more: false }
    }),
}

const recountOne = async ({ _id: caseId, rev }: CaseDoc, { county, version }: { county: string; version: number }): Promise<number> => {
  try {
    await runSystemCommand('casework.recount', { caseId }, { county, key: `recount:${version}:${caseId}:${rev}` })
    return 1
  } catch (error) {
    if (!isPassedBy(error)) throw error
    return 0
  }
}
