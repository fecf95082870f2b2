// npm run bench: the server against a hand-written one that does the same work, one at a time.
import { fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { bundleAll, bundlePath } from '../../server/src/launch/bundle.mjs'
import { claim } from '../../server/src/launch/data-folder.mjs'
import { ROOT } from '../../server/src/launch/install.mjs'
import { startMongo, withDatabase } from '../../server/src/launch/mongo.mjs'
import { bundleScript } from '../prove/bundle-script.mjs'
import { asksOf } from './asks.mjs'
import { compareAnswers } from './compare.mjs'
import { report } from './report.mjs'
import { startServer } from './servers.mjs'

/** @typedef {import('./load.mjs').Result} Result */
/** @typedef {'list' | 'detail' | 'submit'} Scenario */
/** @typedef {'ours' | 'bare' | 'noJournal'} Subject */
/** @typedef {Result & { subject: Subject, scenario: Scenario, round: number, serverCpuMs: number, settledPerSecond?: number }} Measure */
/** @typedef {{ rounds: number, warmMs: Record<Scenario, number>, runMs: number, cases: number }} Size */

// As servers are that have run for a while: before some four thousand submits either server's
// compiler still works beside it, longer on the larger program; much later a backlog of notices weighs.
const FULL = { rounds: 5, warmMs: { list: 8_000, detail: 8_000, submit: 12_000 }, runMs: 5_000, cases: 300_000 }
const QUICK = { rounds: 1, warmMs: { list: 300, detail: 300, submit: 300 }, runMs: 1_000, cases: 3_000 }
const CONNECTIONS = 50

/** @type {Record<Subject, Scenario[]>} */
const PLAN = { ours: ['list', 'detail', 'submit'], bare: ['list', 'detail', 'submit'], noJournal: ['submit'] }

const say = (/** @type {string} */ line) => console.log(line)

/** @param {string} script @param {Record<string, string>} env @param {string[]} args */
const runScript = (script, env, args) => new Promise((resolve, reject) => {
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] })
  child.once('error', reject)
  child.once('exit', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`${script} ended with ${code}`))))
})

/** @param {import('./load.mjs').Job} job @returns {Promise<Result>} */
const load = (job) => new Promise((resolve, reject) => {
  const child = fork(new URL('load.mjs', import.meta.url))
  child.once('message', (/** @type {any} */ { result, error }) => {
    child.disconnect()
    if (error) reject(new Error(error))
    else resolve(result)
  })
  child.once('error', reject)
  child.send(job)
})

/** Until every submitted case's notice is written: what one run leaves undone must not weigh on the next. @param {MongoClient} client @param {Date} since */
const settle = async (client, since) => {
  const journal = client.db().collection('journal')
  const count = (/** @type {string} */ operation) => journal.countDocuments({ at: { $gt: since }, operation, ...(operation === 'casework.submit' ? { partition: { $exists: true } } : {}) })
  for (const until = Date.now() + 90_000; Date.now() < until; await sleep(200)) {
    if ((await count('notice.deliver')) >= (await count('casework.submit'))) return true
  }
  return false
}

/** @typedef {{ env: Record<string, string>, logDir: string, scripts: { ours: string, bare: string }, client: MongoClient, asks: ReturnType<typeof asksOf>, size: Size }} World */

/** @param {World} world @param {Subject} subject */
const start = ({ env, logDir, scripts }, subject) => startServer({
  name: subject, logDir, script: subject === 'ours' ? scripts.ours : scripts.bare, env: { ...env, BENCH_JOURNAL: subject === 'noJournal' ? '0' : '1' },
})

/** @param {World} world @param {{ subject: Subject, round: number }} turn @param {Measure[]} measures */
const runSubject = async (world, { subject, round }, measures) => {
  const { size, asks, client } = world
  const server = await start(world, subject)
  for (const scenario of PLAN[subject]) {
    const [began, cpu] = [new Date(), server.cpuSeconds()]
    const [warmMs, runMs] = [size.warmMs[scenario], size.runMs]
    const result = await load({ port: server.port, asks: asks[scenario], connections: CONNECTIONS, warmMs, runMs })
    const serverCpuMs = ((server.cpuSeconds() - cpu) * 1000) / Math.max(1, (result.count * (warmMs + runMs)) / runMs)
    const isSettled = subject === 'ours' && scenario === 'submit' ? await settle(client, began) : true
    if (!isSettled) say('  ! reactions did not finish in 90 s')
    const settledMs = Date.now() - began.getTime()
    measures.push({ subject, scenario, round, ...result, serverCpuMs, ...(scenario === 'submit' ? { settledMs } : {}) })
    say(`  ${round}. ${subject.padEnd(9)} ${scenario.padEnd(6)} ${String(Math.round(result.perSecond)).padStart(5)}/s  p50 ${result.p50} ms  p99 ${result.p99} ms${Object.keys(result.failures).length > 0 ? `  FAILED ${JSON.stringify(result.failures)}` : ''}`)
  }
  const facts = { subject, round, rssMb: server.rssMb(), startMs: server.startMs }
  await server.stop()
  return facts
}

/** @param {{ dataDir: string, mongoUri: string, cases: number }} where */
const environment = ({ dataDir, mongoUri, cases }) => ({
  XIANGLI_ROOT: ROOT, DATA_DIR: dataDir, MONGODB_URI: withDatabase(mongoUri, cases === FULL.cases ? 'bench' : 'bench_quick'), KEYS_FILE: join(dataDir, 'keys.json'),
  DEMO: '1', NODE_ENV: 'production', BENCH_CASES: String(cases), WRITE_FACTOR: '1000',
})

/** @param {{ dataDir: string, mongoUri: string, size: Size }} where */
const measureAll = async ({ dataDir, mongoUri, size }) => {
  const env = environment({ dataDir, mongoUri, cases: size.cases })
  await bundleAll(ROOT, ['server'])
  const [seeder, bare] = [await bundleScript('tests/bench/world.ts'), await bundleScript('tests/bench/bare.ts')]
  const file = join(dataDir, 'bench-world.json')
  await runScript(seeder, env, [file])
  const client = await new MongoClient(env.MONGODB_URI).connect()
  /** @type {World} */
  const world = { env, logDir: join(dataDir, 'logs'), scripts: { ours: bundlePath(ROOT, 'server'), bare }, client, size, asks: asksOf(JSON.parse(readFileSync(file, 'utf8'))) }
  const sizes = await compareAnswers({ startOurs: () => start(world, 'ours'), startBare: () => start(world, 'bare'), asks: world.asks })
  /** @type {Measure[]} */
  const measures = []
  const facts = []
  for (let round = 1; round <= size.rounds; round += 1) {
    for (const subject of /** @type {Subject[]} */ (Object.keys(PLAN))) facts.push(await runSubject(world, { subject, round }, measures))
  }
  await client.close()
  return report({ measures, facts, sizes, say })
}

/** @param {string[]} args */
export const bench = async (args) => {
  const size = args.includes('--quick') ? QUICK : FULL
  const dataDir = process.env.BENCH_DIR ?? join(ROOT, '.data/bench')
  if (process.env.MONGODB_URI) return measureAll({ dataDir, mongoUri: process.env.MONGODB_URI, size })
  const release = claim(dataDir)
  const mongo = await startMongo({ dataDir, log: say })
  try {
    return await measureAll({ dataDir, mongoUri: mongo.uri, size })
  } finally {
    await mongo.stop()
    release()
  }
}
