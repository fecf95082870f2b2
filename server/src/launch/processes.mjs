// Processes are remembered as pid + start time, so that a reused pid is never mistaken for ours.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** @typedef {{ pid: number, started: string }} ProcessMark */

/** @param {number} pid @returns {string | null} null when no such process runs (a zombie does not run) */
const linuxStart = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command name may hold spaces and brackets: fields are counted after its last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}:${fields[19]}`
  } catch {
    return null
  }
}

/** @param {number} pid @returns {string | null} */
const otherStart = (pid) => {
  const [command, args] = process.platform === 'win32'
    ? ['powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]]
    : ['ps', ['-o', 'lstart=', '-p', String(pid)]]
  try {
    const text = execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return text === '' ? null : text
  } catch {
    return null
  }
}

/** @param {number} pid @returns {string | null} */
const startOf = (pid) => (process.platform === 'linux' ? linuxStart(pid) : otherStart(pid))

/** @param {number} pid @returns {ProcessMark | null} */
export const markOf = (pid) => {
  const started = startOf(pid)
  return started === null ? null : { pid, started }
}

/** @param {Partial<ProcessMark> | null | undefined} mark @returns {mark is ProcessMark} */
export const isRunning = (mark) =>
  typeof mark?.pid === 'number' && typeof mark.started === 'string' && startOf(mark.pid) === mark.started

/** Signals the whole group first: children are started as group leaders. @param {ProcessMark} mark @param {NodeJS.Signals} signal */
export const signalMarked = (mark, signal) => {
  if (!isRunning(mark)) return
  for (const target of process.platform === 'win32' ? [mark.pid] : [-mark.pid, mark.pid]) {
    try {
      process.kill(target, signal)
      return
    } catch { /* not a group leader, or gone in between */ }
  }
}

/** @param {ProcessMark} mark @param {number} withinMs @returns {Promise<boolean>} whether it is gone */
export const waitGone = async (mark, withinMs) => {
  const until = Date.now() + withinMs
  while (isRunning(mark)) {
    if (Date.now() > until) return false
    await sleep(25)
  }
  return true
}

/** Asks, waits, then forces. @param {ProcessMark | null | undefined} mark @param {number} [graceMs] */
export const endProcess = async (mark, graceMs = 5000) => {
  if (!isRunning(mark)) return
  signalMarked(mark, 'SIGTERM')
  if (await waitGone(mark, graceMs)) return
  signalMarked(mark, 'SIGKILL')
  await waitGone(mark, 2000)
}

const SETPRIV = ['--pdeathsig', 'TERM', '--']
/** @type {boolean | undefined} */
let canWatch
const hasSetpriv = () => {
  canWatch ??= process.platform === 'linux' && spawnSync('setpriv', [...SETPRIV, 'true']).status === 0
  return canWatch
}

/**
 * The command, so started that on Linux the kernel ends it (cleanly) when the process that started it dies.
 * Elsewhere the next start ends what is left. @param {string} command @param {string[]} args @returns {[string, string[]]}
 */
export const endingWithUs = (command, args) => (hasSetpriv() ? ['setpriv', [...SETPRIV, command, ...args]] : [command, args])
