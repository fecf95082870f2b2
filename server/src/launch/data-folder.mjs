// What one data folder remembers between starts: ports, running children, the environment they were given.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, writeJson } from './json-file.mjs'
import { holderOf, tryLock } from './lock.mjs'
import { endLeftMongo } from './mongo.mjs'
import { endProcess, isRunning } from './processes.mjs'

/** @typedef {import('./processes.mjs').ProcessMark} ProcessMark */
/** @typedef {{ simulatorsPort?: number, children?: Record<string, ProcessMark>, environment?: Record<string, string> }} Memory */

const PRIVATE = 0o600
const memoryPath = (/** @type {string} */ dataDir) => join(dataDir, 'launch.json')
const lockPath = (/** @type {string} */ dataDir) => join(dataDir, 'launch.lock')

/** @param {string} dataDir @returns {Memory} */
export const recall = (dataDir) => readJson(memoryPath(dataDir), /** @type {Memory} */ ({}))

/** The environment may hold a database password: readable by the owner only. @param {string} dataDir @param {Partial<Memory>} part */
export const remember = (dataDir, part) => writeJson(memoryPath(dataDir), { ...recall(dataDir), ...part }, PRIVATE)

/** @param {string} dataDir @param {string} name @param {ProcessMark | null} mark */
export const noteChild = (dataDir, name, mark) => {
  const { [name]: _old, ...others } = recall(dataDir).children ?? {}
  remember(dataDir, { children: mark ? { ...others, [name]: mark } : others })
}

/** Until the holder tells its environment, no tool joins it. @param {string} dataDir @returns {() => void} release */
export const claim = (dataDir) => {
  mkdirSync(dataDir, { recursive: true })
  const attempt = tryLock(lockPath(dataDir))
  if (attempt.release) {
    remember(dataDir, { environment: undefined })
    return attempt.release
  }
  throw new Error(`${dataDir} 正被进程 ${attempt.holder.pid} 使用：先停止它，或换一个 DATA_DIR 和 PORT。`
    + ` ${dataDir} is in use by process ${attempt.holder.pid}: stop it, or choose another DATA_DIR and PORT.`)
}

/** @param {string} dataDir @returns {Record<string, string> | null} what the running instance gave its children */
export const runningEnvironment = (dataDir) => (holderOf(lockPath(dataDir)) ? recall(dataDir).environment ?? null : null)

/** Ends what a killed launcher left running, newest first. @param {string} dataDir @returns {Promise<string[]>} names */
export const endLeftovers = async (dataDir) => {
  const left = Object.entries(recall(dataDir).children ?? {}).filter(([, mark]) => isRunning(mark)).reverse()
  for (const [, mark] of left) await endProcess(mark, 4000)
  remember(dataDir, { children: {} })
  const names = left.map(([name]) => name)
  return (await endLeftMongo(dataDir)) ? [...names, 'mongod'] : names
}
