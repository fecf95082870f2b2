import { collection, duplicateIndexOf, newId, type Stored } from '@xiangli/server/jobs'

interface LeaseDoc extends Stored {
  /** `_id` is the job's name: one holder at a time, over all cron processes. */
  holder: string
  until: Date
}

export const Leases = collection<LeaseDoc>({ name: 'job_leases', indexes: [] })

export interface Lease {
  release: () => Promise<void>
}

/** Takes the job's lease or answers null; compare-and-set, and the unique `_id` for the first taker. */
export const takeLease = async (county: string, job: string, maxSeconds: number): Promise<Lease | null> => {
  const now = new Date()
  const holder = newId(now)
  const _id = `${county}:${job}`
  const until = new Date(now.getTime() + (maxSeconds + 30) * 1000)
  const free = await Leases.change({ _id, until: { $lte: now } }, { $set: { holder, until } })
  if (!free && !(await addFirst({ _id, county, holder, until }))) return null
  return {
    release: async () => {
      await Leases.change({ _id, holder }, { $set: { until: new Date(0) } })
    },
  }
}

const addFirst = async (lease: LeaseDoc): Promise<boolean> => {
  try {
    await Leases.add(lease)
    return true
  } catch (error) {
    if (duplicateIndexOf(error)) return false
    throw error
  }
}
