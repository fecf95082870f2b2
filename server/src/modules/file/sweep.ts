import { DAY } from '@xiangli/shared/core/time'
import { now } from '../../core/clock'
import { collection, type Stored } from '../../core/collection'
import { withAmbient } from '../../core/context'
import type { Job, JobReport } from '../../core/module'
import { runSystemCommand } from '../../core/run-system'
import { services } from '../../core/services'
import { Files, type FileDoc } from './file.model'
import { stemOfKey } from './variants'

const BATCH = 200
const MOST_COUNTED = 10_000

export const unclaimedBefore = (at: Date) => ({ claim: null, at: { $lt: new Date(at.getTime() - DAY) } })

export const listUnclaimed = (at: Date, limit: number): Promise<Pick<FileDoc, '_id' | 'kind' | 'stem'>[]> =>
  Files.list(unclaimedBefore(at), { sort: { at: 1 }, limit, projection: { kind: 1, stem: 1 } })

/** How far the walk over the stored bytes has come; it starts again from the front when it is through. */
interface SweepDoc extends Stored {
  after: string | null
}

const Sweeps = collection<SweepDoc>({ name: 'file_sweeps', indexes: [] })

/** Bytes of a process that died between storing them and writing their record. */
const sweepOrphans = async ({ dry, county, at }: { dry: boolean; county: string; at: Date }): Promise<JobReport> => {
  const { storage } = services()
  const last = await Sweeps.one({ _id: county })
  const { keys, next } = await storage.list({ prefix: `${county}/`, limit: BATCH, ...(last?.after ? { after: last.after } : {}) })
  const known = await Files.list({ stem: { $in: [...new Set(keys.map(stemOfKey))] } }, { projection: { stem: 1 } })
  const stems = new Set(known.map(({ stem }) => stem))
  let done = 0
  for (const key of keys.filter((each) => !stems.has(stemOfKey(each)))) {
    const stored = await storage.stat(key)
    if (!stored || stored.modifiedAt.getTime() > at.getTime() - DAY) continue
    if (!dry) await storage.remove(key)
    done += 1
  }
  if (!dry) await Sweeps.upsert({ _id: county }, { $set: { after: next ?? null } })
  return { done, more: next !== undefined }
}

const removeUnclaimed = async (county: string): Promise<JobReport> => {
  const { removed } = await runSystemCommand('file.sweep', { limit: BATCH }, { county })
  return { done: removed, more: removed === BATCH }
}

/** Goes on from batch to batch until nothing is left or the time is up. */
const repeat = async (deadline: Date, batch: () => Promise<JobReport>): Promise<JobReport> => {
  let [done, more] = [0, true]
  while (more && new Date() < deadline) {
    const report = await batch()
    done += report.done
    more = report.more
  }
  return { done, more }
}

/** Removes what nobody used for a day, then what nothing knows of; only counts when `dry`. */
export const sweepUnclaimed: Job = {
  name: 'file.sweepUnclaimed',
  run: ({ dry, deadline, county }) =>
    withAmbient({ county }, async () => {
      const at = now()
      if (dry) {
        const orphans = await sweepOrphans({ dry, county, at })
        return { done: (await Files.count(unclaimedBefore(at), MOST_COUNTED)) + orphans.done, more: false }
      }
      const unclaimed = await repeat(deadline, () => removeUnclaimed(county))
      const orphans = await repeat(deadline, () => sweepOrphans({ dry, county, at }))
      return { done: unclaimed.done + orphans.done, more: unclaimed.more || orphans.more }
    }),
}
