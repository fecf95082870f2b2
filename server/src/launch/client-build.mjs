// Builds the browser clients beside their old output and swaps them in when whole.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { dirname, join } from 'node:path'
import { CLIENTS, inputHash, isFresh, stamp } from './client-stamp.mjs'
import { takeLock } from './lock.mjs'
import { endingWithUs, endProcess, markOf } from './processes.mjs'

/** @typedef {import('./client-stamp.mjs').ClientName} ClientName */
/** @typedef {{ ok: boolean, built: boolean, seconds: number, tail: string }} BuildOutcome */
/** @typedef {{ root: string, logDir: string, signal?: AbortSignal }} BuildPlace */

/** @param {string} path */
export const tailOf = (path, lines = 15) => (existsSync(path) ? readFileSync(path, 'utf8') : '').trim().split('\n').slice(-lines).join('\n')

/** @param {ClientName} name @param {{ root: string, next: string, watch?: boolean }} how */
export const buildCommand = (name, { root, next, watch = false }) => {
  const client = CLIENTS[name]
  const output = name === 'admin' && next !== '' ? ['--outDir', next, '--emptyOutDir'] : []
  return {
    args: [join(root, 'node_modules', client.bin), ...client.args, ...output, ...(watch ? ['--watch'] : [])],
    cwd: join(root, client.folder),
    // Taro's output folder is set by the project's own config, which reads this.
    env: { ...process.env, NODE_ENV: watch ? 'development' : 'production', BROWSERSLIST_IGNORE_OLD_DATA: '1', ...(next !== '' && { TARO_OUTPUT_ROOT: next }) },
  }
}

/** @param {ClientName} name @param {{ root: string, next: string, logPath: string, signal?: AbortSignal }} place @returns {Promise<boolean>} */
const runBuild = (name, { root, next, logPath, signal }) => new Promise((resolve) => {
  const { args, cwd, env } = buildCommand(name, { root, next })
  const log = openSync(logPath, 'w')
  const child = spawn(...endingWithUs(process.execPath, args), { cwd, env, stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  const mark = child.pid === undefined ? null : markOf(child.pid)
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch { /* only a courtesy to the server */ }
  const abort = () => { void endProcess(mark, 1000) }
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) abort()
  child.once('error', () => resolve(false))
  child.once('close', (code) => {
    signal?.removeEventListener('abort', abort)
    resolve(code === 0)
  })
})

/** @param {string} output @param {string} next */
const swapIn = (output, next) => {
  const old = `${next}.old`
  mkdirSync(dirname(output), { recursive: true })
  rmSync(old, { recursive: true, force: true })
  if (existsSync(output)) renameSync(output, old)
  renameSync(next, output)
  rmSync(old, { recursive: true, force: true })
}

/**
 * Builds one client unless its output is fresh. Several clones or runs may ask at once: one builds.
 * @param {ClientName} name @param {BuildPlace} place @returns {Promise<BuildOutcome>}
 */
export const buildClient = async (name, place) => {
  const { root, logDir, signal } = place
  const begun = Date.now()
  const outcome = (/** @type {Partial<BuildOutcome>} */ part) =>
    ({ ok: true, built: false, tail: '', seconds: Math.round((Date.now() - begun) / 1000), ...part })
  const release = await takeLock(join(root, '.cache', 'builds', `${name}.lock`))
  try {
    if (isFresh(root, name)) return outcome({})
    const inputs = inputHash(root, name)
    const output = join(root, CLIENTS[name].output)
    const next = join(root, '.cache', 'builds', name)
    const logPath = join(logDir, `build-${name}.log`)
    mkdirSync(logDir, { recursive: true })
    rmSync(next, { recursive: true, force: true })
    const done = await runBuild(name, { root, next, logPath, signal })
    // Taro has been seen to end with 0 after an error: only an output with its entry counts.
    const made = existsSync(join(next, CLIENTS[name].entry)) ? next : output
    if (!done || !existsSync(join(made, CLIENTS[name].entry))) return outcome({ ok: false, tail: tailOf(logPath) })
    if (made === next) swapIn(output, next)
    stamp(root, name, inputs)
    return outcome({ built: true })
  } finally {
    release()
  }
}
