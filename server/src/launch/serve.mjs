// Second stage of npm start: MongoDB → simulators → seed → server → cron → clients.
import { bundleAll, bundlePath, hasEntry, watchBundles } from './bundle.mjs'
import { logPath, runToEnd, supervise } from './children.mjs'
import { tailOf } from './client-build.mjs'
import { keepBuilt, openBuildBoard, watchClients } from './clients.mjs'
import { claim, endLeftovers, noteChild, recall, remember } from './data-folder.mjs'
import { keepMongo } from './keep-mongo.mjs'
import { freePort, isFree } from './ports.mjs'
import { isAnswering, isListening, until } from './probe.mjs'
import { environmentFor, readSettings } from './settings.mjs'
import { openShutdown } from './shutdown.mjs'
import { announce, greet } from './words.mjs'

/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {import('./shutdown.mjs').Shutdown} Shutdown */
/** @typedef {import('./children.mjs').Child} Child */
/** @typedef {{ settings: Settings, shutdown: Shutdown, say: (line: string) => void, environment: Record<string, string> }} World */

const GRACE_MS = { cron: 3500, server: 5000, simulators: 1000 }
const HEALTH_LIMIT_MS = 120_000
const HOPELESS_DEATHS = 3

/** @param {World} world @param {'simulators' | 'server' | 'cron'} name @returns {Child} */
const startChild = ({ settings, shutdown, say, environment }, name) => {
  const plan = { name, script: bundlePath(settings.root, name), env: environment, logDir: settings.logDir }
  const child = supervise(plan, {
    onMark: (mark) => noteChild(settings.dataDir, name, mark),
    onDeath: ({ code, signal, waitMs }) => say(`✗ ${name} 意外退出（${signal ?? code}），${waitMs / 1000} 秒后重启。日志：${logPath(settings.logDir, name)}\n${tailOf(logPath(settings.logDir, name), 8)}`),
  })
  shutdown.add({ name, stop: () => child.stop(GRACE_MS[name]), kill: child.kill })
  return child
}

/** @param {World} world */
const seed = async ({ settings, say, environment, shutdown }) => {
  if (!settings.seeds || !hasEntry(settings.root, 'seed')) return
  const begun = Date.now()
  const onLine = (/** @type {string} */ line) => { if (!line.startsWith('{')) say(`  ${line.trim()}`) }
  const plan = { name: 'seed', script: bundlePath(settings.root, 'seed'), env: environment, logDir: settings.logDir, onLine }
  const code = await runToEnd(plan, (mark) => noteChild(settings.dataDir, 'seed', mark))
  if (shutdown.signal.aborted) return
  if (code !== 0) throw new Error(`演示数据没有写成。The seed failed. ${logPath(settings.logDir, 'seed')}\n${tailOf(logPath(settings.logDir, 'seed'))}`)
  if (Date.now() - begun > 5000) say(`✓ 数据已备好，用时 ${Math.round((Date.now() - begun) / 1000)} 秒`)
}

/** @param {World} world @param {Child} server */
const waitHealthy = async ({ settings, shutdown }, server) => {
  const hopeless = () => shutdown.signal.aborted || server.deaths() >= HOPELESS_DEATHS
  const isUp = await until(() => isAnswering(`http://127.0.0.1:${settings.port}/healthz`), { limitMs: HEALTH_LIMIT_MS, giveUp: hopeless })
  if (isUp || shutdown.signal.aborted) return
  throw new Error(`服务没有起来。The server did not come up. ${logPath(settings.logDir, 'server')}\n${tailOf(logPath(settings.logDir, 'server'))}`)
}

/** @param {World} world @returns {Promise<Partial<Record<'simulators' | 'server' | 'cron', Child>>>} */
const startProcesses = async (world) => {
  const { settings, shutdown, environment } = world
  const has = (/** @type {'simulators' | 'server' | 'cron'} */ name) => hasEntry(settings.root, name) && !shutdown.signal.aborted
  /** @type {Partial<Record<'simulators' | 'server' | 'cron', Child>>} */
  const children = {}
  if (settings.isDemo && has('simulators')) {
    children.simulators = startChild(world, 'simulators')
    await until(() => isListening(Number(environment.SIMULATORS_PORT)), { limitMs: 15_000, giveUp: () => shutdown.signal.aborted })
  }
  if (!shutdown.signal.aborted) await seed(world)
  if (has('server')) {
    children.server = startChild(world, 'server')
    await waitHealthy(world, children.server)
  }
  if (has('cron')) children.cron = startChild(world, 'cron')
  return children
}

/** @param {World} world @param {Partial<Record<string, Child>>} children */
const watchSources = async ({ settings, shutdown, say }, children) => {
  const stop = await watchBundles(settings.root, (name) => {
    const child = children[name]
    if (!child) return
    say(`↻ ${name} 有改动，重启`)
    void child.restart()
  })
  shutdown.add({ name: 'watch', stop })
}

/** @param {Settings} settings @param {Shutdown} shutdown @param {(line: string) => void} say */
const startAll = async (settings, shutdown, say) => {
  const release = claim(settings.dataDir)
  shutdown.add({ name: 'lock', stop: async () => release() })
  for (const name of await endLeftovers(settings.dataDir)) say(`上次留下的 ${name} 已结束`)
  if (!(await isFree(settings.port))) {
    throw new Error(`端口 ${settings.port} 已被占用：换一个，如 PORT=${settings.port + 1} npm start。Port ${settings.port} is taken: choose another with PORT.`)
  }
  await bundleAll(settings.root)
  const mongoUri = settings.mongoUri ?? (await keepMongo(settings, { shutdown, say }))
  if (shutdown.signal.aborted) return
  const simulatorsPort = await freePort(recall(settings.dataDir).simulatorsPort)
  const environment = environmentFor(settings, { mongoUri, simulatorsPort })
  remember(settings.dataDir, { simulatorsPort, environment })
  const world = { settings, shutdown, say, environment }
  const board = openBuildBoard(settings)
  const children = await startProcesses(world)
  if (shutdown.signal.aborted) return
  announce(settings, { board, say })
  if (settings.isWatching) {
    await watchSources(world, children)
    if (settings.buildsClients) shutdown.add({ name: 'clients', stop: watchClients(settings, board) })
  } else if (settings.buildsClients) void keepBuilt(settings, { board, say, signal: shutdown.signal })
}

/** @param {string[]} args */
export const serve = async (args) => {
  const settings = readSettings(args)
  const say = (/** @type {string} */ line) => console.log(line)
  const shutdown = openShutdown(say)
  greet(settings, say)
  const starting = startAll(settings, shutdown, say)
  shutdown.duringStartup(starting)
  try {
    await starting
  } catch (error) {
    if (!shutdown.signal.aborted) console.error(`\n✗ ${error instanceof Error ? error.message : error}`)
    await shutdown.end(shutdown.signal.aborted ? 0 : 1)
  }
}
