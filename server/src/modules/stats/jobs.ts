import type { Job } from '../../core/module'
import { withAmbient } from '../../core/context'
import { Cases } from '../casework'
import { Changed, Gathered } from './fact.model'
import { takeIn, takeInChanged } from './take-in'

const BATCH = 200

/** Cases from before there were facts, once, from where the last run stopped. */
const gatherOld = async (county: string, deadline: Date): Promise<number> => {
  let { upTo, isDone } = (await Gathered.one({ _id: county })) ?? { upTo: '', isDone: false }
  let done = 0
  while (!isDone && new Date() < deadline) {
    const ids = (await Cases.list({ _id: { $gt: upTo } }, { sort: { _id: 1 }, limit: BATCH, projection: { _id: 1 }, hint: '_id_' })).map(({ _id }) => _id)
    isDone = ids.length < BATCH
    upTo = ids.at(-1) ?? upTo
    const mark = { upTo, isDone }
    await takeIn(ids, async () => void (await Gathered.upsert({ _id: county }, { $set: mark })))
    done += ids.length
  }
  return done
}

/** What changed since the last run, and before that what nobody has counted yet. */
export const gather: Job = {
  name: 'stats.gather',
  run: ({ dry, deadline, county }) =>
    withAmbient({ county }, async () => {
      if (dry) return { done: await Changed.count({}, BATCH), more: false }
      let done = await gatherOld(county, deadline)
      for (;;) {
        const changed = await Changed.list({}, { sort: { since: 1 }, limit: BATCH })
        if (changed.length === 0) return { done, more: false }
        if (new Date() > deadline) return { done, more: true }
        await takeInChanged(changed)
        done += changed.length
      }
    }),
}
