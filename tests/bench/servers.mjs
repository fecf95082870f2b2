// The servers under measure, one at a time, each as the launcher starts it.
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { execFileSync } from 'node:child_process'
import { spawnChild } from '../../server/src/launch/children.mjs'
import { freePort } from '../../server/src/launch/ports.mjs'
import { isAnswering } from '../../server/src/launch/probe.mjs'
import { endProcess, markOf } from '../../server/src/launch/processes.mjs'

/** @typedef {{ name: string, script: string, env: Record<string, string>, logDir: string }} Plan */
/** @typedef {{ port: number, startMs: number, rssMb: () => number, cpuSeconds: () => number, stop: () => Promise<void> }} Running */

const LIMIT_MS = 60_000
const TICKS_PER_SECOND = 100

/** @param {number} pid @returns {number} resident megabytes */
export const rssOf = (pid) => {
  const kilobytes = process.platform === 'linux'
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Math.round(Number(kilobytes) / 1024)
}

/** User and system time since it started; 0 where the system does not tell. @param {number} pid */
export const cpuOf = (pid) => {
  if (process.platform !== 'linux') return 0
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** @param {Plan} plan @returns {Promise<Running>} */
export const startServer = async ({ name, script, env, logDir }) => {
  const port = await freePort()
  const began = performance.now()
  const child = spawnChild({ name, script, logDir, env: { ...env, PORT: String(port), HOST: '127.0.0.1' } })
  const pid = child.pid ?? 0
  const mark = markOf(pid)
  let isGone = false
  child.once('exit', () => { isGone = true })
  while (!(await isAnswering(`http://127.0.0.1:${port}/healthz`))) {
    if (isGone || performance.now() - began > LIMIT_MS) throw new Error(`${name} did not come up, see ${logDir}`)
    await sleep(10)
  }
  return {
    port, startMs: Math.round(performance.now() - began),
    rssMb: () => rssOf(pid), cpuSeconds: () => cpuOf(pid),
    stop: () => endProcess(mark, 8_000),
  }
}
