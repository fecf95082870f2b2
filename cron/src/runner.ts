import { collection, describeError, jobNamed, log, newId, withAmbient, type JobReport, type Stored } from '@xiangli/server/jobs'
import { takeLease } from './lease'
import type { Entry } from './timetable'

interface RunDoc extends Stored {
  job: string
  startedAt: Date
  finishedAt: Date
  done: number
  /** More was waiting than the time allowed; the next run goes on. */
  more: boolean
  error?: string
}

const KEPT_SECONDS = 90 * 86_400

export const Runs = collection<RunDoc>({
  name: 'job_runs',
  indexes: [
    { name: 'run_job', key: { county: 1, job: 1, startedAt: -1 } },
    { name: 'run_expiry', key: { startedAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ],
})

type Due = Pick<Entry, 'job' | 'maxSeconds'>

export interface RunOptions {
  county: string
  dry?: boolean
}

/**
 * One run of one job under its lease: batch after batch until nothing is left or time is up. What is
 * due comes from state, so a tick lost in a crash is made up by the next. Null when another holds it.
 */
export const runJob = async ({ job, maxSeconds }: Due, { county, dry = false }: RunOptions): Promise<JobReport | null> => {
  const known = jobNamed(job)
  if (!known) {
    log.warn({ job }, 'no such job')
    return { done: 0, more: false }
  }
  return withAmbient({ county }, async () => {
    if (dry) return known.run({ dry, county, deadline: deadlineIn(maxSeconds) })
    const lease = await takeLease(county, job, maxSeconds)
    if (!lease) return null
    try {
      return await recorded(job, county, () => batches((deadline) => known.run({ dry, county, deadline }), maxSeconds))
    } finally {
      await lease.release()
    }
  })
}

const deadlineIn = (seconds: number): Date => new Date(Date.now() + seconds * 1000)

const batches = async (run: (deadline: Date) => Promise<JobReport>, maxSeconds: number): Promise<JobReport> => {
  const deadline = deadlineIn(maxSeconds)
  let done = 0
  for (;;) {
    const report = await run(deadline)
    done += report.done
    // A batch that does nothing although more waits would turn for ever.
    if (!report.more || report.done === 0 || new Date() >= deadline) return { done, more: report.more }
  }
}

const recorded = async (job: string, county: string, run: () => Promise<JobReport>): Promise<JobReport> => {
  const startedAt = new Date()
  const keep = (about: Pick<RunDoc, 'done' | 'more'> & { error?: string }) =>
    Runs.add({ _id: newId(startedAt), county, job, startedAt, finishedAt: new Date(), ...about })
  try {
    const report = await run()
    if (report.done > 0 || report.more) await keep(report)
    return report
  } catch (error) {
    await keep({ done: 0, more: true, error: describeError(error).message }).catch(() => undefined)
    throw error
  }
}
