// A lock file names its holder; a holder that no longer runs holds nothing.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readJson } from './json-file.mjs'
import { isRunning, markOf } from './processes.mjs'

/** @typedef {import('./processes.mjs').ProcessMark} ProcessMark */
/** @typedef {{ release: () => void, holder?: undefined } | { holder: ProcessMark, release?: undefined }} LockAttempt */

/** @param {string} path @param {string} text @returns {boolean} */
const placed = (path, text) => {
  const own = `${path}.${process.pid}`
  writeFileSync(own, text)
  try {
    linkSync(own, path)
    return true
  } catch {
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

/** Moves a dead holder's lock away; puts back what another process placed in that very moment. @param {string} path @param {string} seen */
const clearStale = (path, seen) => {
  const aside = `${path}.${process.pid}.stale`
  try {
    renameSync(path, aside)
    if (readFileSync(aside, 'utf8') !== seen) placed(path, readFileSync(aside, 'utf8'))
  } catch { /* someone else cleared it */ }
  rmSync(aside, { force: true })
}

/** @param {string} path @returns {string} */
const textOf = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** @param {string} path @returns {LockAttempt} */
export const tryLock = (path) => {
  mkdirSync(dirname(path), { recursive: true })
  const mine = JSON.stringify(markOf(process.pid))
  for (;;) {
    if (placed(path, mine)) return { release: () => { if (textOf(path) === mine) rmSync(path, { force: true }) } }
    const seen = textOf(path)
    const holder = readJson(path, /** @type {ProcessMark | null} */ (null))
    if (isRunning(holder)) return { holder }
    clearStale(path, seen)
  }
}

/** Waits for another holder. @param {string} path @param {(holder: ProcessMark) => void} [onWait] @returns {Promise<() => void>} release */
export const takeLock = async (path, onWait) => {
  let told = false
  for (;;) {
    const attempt = tryLock(path)
    if (attempt.release) return attempt.release
    if (!told) onWait?.(attempt.holder)
    told = true
    await sleep(300)
  }
}

/** @param {string} path @returns {ProcessMark | null} who holds it now */
export const holderOf = (path) => {
  const holder = readJson(path, /** @type {ProcessMark | null} */ (null))
  return isRunning(holder) ? holder : null
}
