// One persistent mongod per data folder, always a replica set of one on 127.0.0.1.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, writeJson } from './json-file.mjs'
import { ensureMongod } from './mongo-binary.mjs'
import { freePort } from './ports.mjs'
import { endingWithUs, endProcess, isRunning, markOf, waitGone } from './processes.mjs'
import { becomePrimary, SET_NAME, shutDown } from './replica-set.mjs'

export { ensureMongod } from './mongo-binary.mjs'

/** @typedef {import('./processes.mjs').ProcessMark} ProcessMark */
/** @typedef {{ version?: string, port?: number, process?: ProcessMark | null }} MongoNote kept in <dataDir>/mongo.json */
/** @typedef {{ uri: string, port: number, pid: number, started: string, version: string, isRunning: () => boolean, stop: () => Promise<void> }} RunningMongo */
/**
 * @typedef {object} MongoWish
 * @property {string} dataDir holds mongo/, logs/ and mongo.json
 * @property {number} [port] wished; another is taken when it is not free
 * @property {number} [cacheGb]
 * @property {boolean} [fast] for tests: real, but majority writes do not wait for the disk
 * @property {(line: string) => void} [log]
 */

const ADDRESS_IN_USE = 48
const NO_ANSWER = -1
/** After a crash mongod first replays its journal, which may take a while on a folder with much in it. */
const PATIENCE_MS = { fresh: 20_000, kept: 120_000 }
const LOG_LIMIT = 20e6
const majorOf = (/** @type {string} */ version) => Number(version.split('.')[0])

/** The same server, another database. @param {string} uri @param {string} name */
export const withDatabase = (uri, name) => {
  const [, head = '', query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(\?.*)?$/.exec(uri) ?? []
  return `${head}/${name}${query}`
}

/** @param {string} dataDir @param {number} major */
const refuseOtherMajor = (dataDir, major) => {
  const noted = readJson(join(dataDir, 'mongo.json'), /** @type {MongoNote} */ ({})).version
  if (noted === undefined || majorOf(noted) === major) return
  throw new Error(`${dataDir} 由 MongoDB ${noted} 写成，本机的 mongod 是 ${major}.x：请用 MONGOD 指定 ${majorOf(noted)}.x，或换一个 DATA_DIR。`
    + ` ${dataDir} was written by MongoDB ${noted} but this mongod is ${major}.x: set MONGOD to a ${majorOf(noted)}.x one, or use another DATA_DIR.`)
}

/** @param {MongoWish} wish @param {number} port */
const argumentsFor = ({ dataDir, cacheGb, fast }, port) => [
  '--replSet', SET_NAME, '--bind_ip', '127.0.0.1', '--port', String(port),
  '--dbpath', join(dataDir, 'mongo'), '--storageEngine', 'wiredTiger',
  '--wiredTigerCacheSizeGB', String(cacheGb ?? Number(process.env.MONGO_CACHE_GB ?? 0.25)),
  '--logpath', join(dataDir, 'logs', 'mongod.log'), '--logappend',
  '--setParameter', 'diagnosticDataCollectionEnabled=false',
  // A server that is killed leaves its transaction standing, and what it touched locked, until this runs out.
  '--setParameter', 'transactionLifetimeLimitSeconds=10',
  ...(process.platform === 'win32' ? [] : ['--nounixsocket']),
  // Failure points are for tests that need a lost answer; a data folder never gets them.
  // A test's clock stands where it puts it: the database's own would sweep away what that clock still holds valid.
  ...(fast ? ['--syncdelay', '600', '--oplogSize', '512', '--setParameter', 'enableTestCommands=1', '--setParameter', 'ttlMonitorEnabled=false'] : []),
]

/** @param {string} path */
const lastError = (path) => {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').slice(-60) : []
  const bad = lines.filter((line) => /"s":"[EF]"|error/i.test(line))
  return ['', ...(bad.length > 0 ? bad : lines).slice(-3)].join('\n')
}

/** @param {MongoWish} wish @param {{ binary: string, port: number }} how */
const launch = async (wish, { binary, port }) => {
  const [command, rest] = endingWithUs(binary, argumentsFor(wish, port))
  const child = spawn(command, rest, { stdio: 'ignore', detached: true })
  /** @type {{ code: number | null } | null} */
  let exit = null
  child.once('error', () => { exit = { code: null } })
  child.once('exit', (code) => { exit = { code } })
  const mark = child.pid === undefined ? null : markOf(child.pid)
  writeJson(join(wish.dataDir, 'mongo.json'), { ...readNote(wish.dataDir), port, process: mark })
  try {
    await becomePrimary({ port, fast: wish.fast ?? false, patienceMs: wish.fast ? PATIENCE_MS.fresh : PATIENCE_MS.kept, isGone: () => exit !== null })
    return { mark, code: 0 }
  } catch (error) {
    if (exit) return { mark: null, code: /** @type {{ code: number | null }} */ (exit).code }
    await endProcess(mark)
    wish.log?.(`${error instanceof Error ? error.message : error}${lastError(join(wish.dataDir, 'logs', 'mongod.log'))}`)
    return { mark: null, code: NO_ANSWER }
  }
}

/** @param {string} dataDir */
const readNote = (dataDir) => readJson(join(dataDir, 'mongo.json'), /** @type {MongoNote} */ ({}))

/** @param {string} path */
const rollLog = (path) => {
  if (existsSync(path) && statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.1`)
}

/** @param {number} port @param {ProcessMark} mark */
const stopMongo = async (port, mark) => {
  if (process.platform === 'win32') await shutDown(port)
  await endProcess(mark, 6000)
  await waitGone(mark, 1000)
}

/** Ends the mongod a killed run left on this folder. @param {string} dataDir */
export const endLeftMongo = async (dataDir) => {
  const left = readNote(dataDir).process
  if (!isRunning(left)) return false
  await endProcess(left, 10_000)
  return true
}

/** @param {MongoWish} wish @returns {Promise<RunningMongo>} */
export const startMongo = async (wish) => {
  const { dataDir, log = () => {} } = wish
  for (const folder of ['mongo', 'logs']) mkdirSync(join(dataDir, folder), { recursive: true })
  if (await endLeftMongo(dataDir)) log('上次留下的 MongoDB 已结束')
  const note = readNote(dataDir)
  const binary = await ensureMongod({ major: note.version === undefined ? undefined : majorOf(note.version), say: log })
  refuseOtherMajor(dataDir, majorOf(binary.version))
  const logPath = join(dataDir, 'logs', 'mongod.log')
  rollLog(logPath)
  for (let tries = 0, wished = wish.port ?? note.port; tries < 3; tries += 1, wished = undefined) {
    const port = await freePort(wished)
    const { mark, code } = await launch(wish, { binary: binary.path, port })
    if (mark) {
      writeJson(join(dataDir, 'mongo.json'), { version: binary.version.replace(/\.\d+$/, ''), port, process: mark })
      return {
        uri: `mongodb://127.0.0.1:${port}/?replicaSet=${SET_NAME}`, port, pid: mark.pid, started: mark.started, version: binary.version,
        isRunning: () => isRunning(mark), stop: () => stopMongo(port, mark),
      }
    }
    if (code !== ADDRESS_IN_USE && code !== NO_ANSWER) break
  }
  throw new Error(`MongoDB 没有启动，日志在 ${logPath}。MongoDB did not start, see its log.${lastError(logPath)}`)
}
