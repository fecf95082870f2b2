// Child processes in groups of their own: the terminal's Ctrl-C reaches only the launcher, which ends them in order.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { endingWithUs, endProcess, isRunning, markOf, signalMarked } from './processes.mjs'

/** @typedef {import('./processes.mjs').ProcessMark} ProcessMark */
/** @typedef {{ name: string, script: string, args?: string[], env: Record<string, string>, logDir: string, onLine?: (line: string) => void }} Plan */
/** @typedef {{ onDeath: (news: { code: number | null, signal: string | null, waitMs: number }) => void, onMark: (mark: ProcessMark | null) => void }} Watcher */
/** @typedef {{ name: string, deaths: () => number, restart: () => Promise<void>, stop: (graceMs: number) => Promise<void>, kill: () => void }} Child */

const LOG_LIMIT = 20e6
const STEADY_MS = 60_000
const LONGEST_WAIT_MS = 30_000

/** @param {string} logDir @param {string} name */
export const logPath = (logDir, name) => join(logDir, `${name}.log`)

/** @param {string} logDir @param {string} name @returns {number} descriptor */
const openLog = (logDir, name) => {
  mkdirSync(logDir, { recursive: true })
  const path = logPath(logDir, name)
  if (existsSync(path) && statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.1`)
  return openSync(path, 'a')
}

/** Code in large pages spares the processor a tenth of its way (where the system has them); a heap grows by half, not twofold. */
const FLAGS = ['--enable-source-maps', '--heap-growing-percent=50', '--use-largepages=silent']

/** With `onLine` its output comes here, else it goes to its log, which outlives the launcher. @param {Plan} plan */
export const spawnChild = ({ name, script, args = [], env, logDir, onLine }) => {
  const log = openLog(logDir, name)
  const child = spawn(...endingWithUs(process.execPath, [...FLAGS, script, ...args]), {
    // Two arenas: the C library would keep one for every thread, each with room of its own.
    env: { MALLOC_ARENA_MAX: '2', ...process.env, ...env, XIANGLI_PROCESS: name },
    stdio: ['ignore', onLine ? 'pipe' : log, log, 'ipc'], detached: true,
  })
  closeSync(log)
  if (onLine && child.stdout) createInterface({ input: child.stdout }).on('line', onLine)
  // A failed write to the channel of a dying child is no news: its exit is.
  child.on('error', () => {})
  return child
}

/** Windows knows no SIGTERM: closing the channel asks the same. @param {import('node:child_process').ChildProcess} child @param {ProcessMark | null} mark @param {number} graceMs */
const endChild = async (child, mark, graceMs) => {
  if (process.platform === 'win32' && child.connected) child.disconnect()
  await endProcess(mark, graceMs)
}

/** Starts it, and starts it again with growing patience when it dies unasked. @param {Plan} plan @param {Watcher} watcher @returns {Child} */
export const supervise = (plan, watcher) => {
  let deaths = 0
  let waitMs = 1000
  let isWanted = true
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  /** @type {{ child: import('node:child_process').ChildProcess, mark: ProcessMark | null } | null} */
  let current = null

  const start = () => {
    const begun = Date.now()
    const child = spawnChild(plan)
    const mine = { child, mark: child.pid === undefined ? null : markOf(child.pid) }
    current = mine
    watcher.onMark(mine.mark)
    child.once('exit', (code, signal) => {
      if (!isWanted || current !== mine) return
      deaths += 1
      waitMs = Date.now() - begun > STEADY_MS ? 1000 : waitMs
      watcher.onDeath({ code, signal, waitMs })
      timer = setTimeout(start, waitMs)
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
    })
  }
  const end = async (/** @type {number} */ graceMs) => {
    clearTimeout(timer)
    const last = current
    current = null
    if (last) await endChild(last.child, last.mark, graceMs)
    watcher.onMark(null)
  }

  start()
  return {
    name: plan.name,
    deaths: () => deaths,
    restart: async () => { await end(5000); if (isWanted) start() },
    stop: async (graceMs) => { isWanted = false; await end(graceMs) },
    kill: () => { isWanted = false; clearTimeout(timer); if (isRunning(current?.mark)) signalMarked(current.mark, 'SIGKILL') },
  }
}

/** Runs to its end. @param {Plan} plan @param {(mark: ProcessMark | null) => void} onMark @returns {Promise<number>} exit code */
export const runToEnd = (plan, onMark) => new Promise((resolve) => {
  const child = spawnChild(plan)
  onMark(child.pid === undefined ? null : markOf(child.pid))
  child.once('exit', (code) => {
    onMark(null)
    resolve(code ?? 1)
  })
})
