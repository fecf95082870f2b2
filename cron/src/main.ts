import cron, { type ScheduledTask } from 'node-cron'
import { describeError, log, readConfig, startCore, watchParent } from '@xiangli/server/jobs'
import { runJob } from './runner'
import { timetable, TIMEZONE, type Entry } from './timetable'

const config = readConfig()
const core = await startCore(config)
const running = new Set<Promise<void>>()

const tick = (entry: Entry): void => {
  const run = runJob(entry, { county: config.county })
    .then((report) => {
      if (report && report.done > 0) log.info({ job: entry.job, ...report }, 'job ran')
    })
    .catch((error: unknown) => log.error({ job: entry.job, error: describeError(error) }, 'job failed'))
    .finally(() => running.delete(run))
  running.add(run)
}

const tasks: ScheduledTask[] = timetable.map((entry) =>
  cron.schedule(entry.cron, () => tick(entry), { timezone: TIMEZONE, noOverlap: true, name: entry.job }),
)
// What fell due while nothing ran is not left for the next tick.
for (const entry of timetable) tick(entry)
log.info({ jobs: timetable.length }, 'cron runs')

let isStopping = false
const stop = async (): Promise<void> => {
  if (isStopping) return
  isStopping = true
  await Promise.all(tasks.map((task) => task.stop()))
  await Promise.race([Promise.allSettled(running), new Promise((resolve) => setTimeout(resolve, 5_000))])
  await core.stop()
  process.exit(0)
}

process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
watchParent(() => void stop())
