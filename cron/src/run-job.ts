import { allJobs, readConfig, startCore } from '@xiangli/server/jobs'
import { runJob } from './runner'
import { timetable } from './timetable'

/** `npm run job -- casework.crossings --dry`: runs one job now, or says what it would do. */
const args = process.argv.slice(2)
const name = args.find((arg) => !arg.startsWith('-'))
const dry = args.includes('--dry')

const config = readConfig()
const core = await startCore(config)
const known = allJobs().map((job) => job.name)

if (!name || !known.includes(name)) {
  process.stderr.write(`${name ? `没有任务 ${name}。` : ''}可用的任务：\n${known.map((job) => `  ${job}\n`).join('')}`)
  process.exitCode = 2
} else {
  const maxSeconds = timetable.find(({ job }) => job === name)?.maxSeconds ?? 300
  const report = await runJob({ job: name, maxSeconds }, { county: config.county, dry })
  const words = report === null ? '另一个进程正在运行这个任务' : `${dry ? '将处理' : '已处理'} ${report.done} 件${report.more ? '，还有剩余' : ''}`
  process.stdout.write(`${name}：${words}\n`)
}
await core.stop()
