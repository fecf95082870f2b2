import { spawn } from 'node:child_process'
import { bundleAll, bundlePath, hasEntry } from './bundle.mjs'
import { claim, endLeftovers, recall, runningEnvironment } from './data-folder.mjs'
import { startMongo } from './mongo.mjs'
import { freePort } from './ports.mjs'
import { environmentFor, readSettings } from './settings.mjs'

/** @typedef {import('./settings.mjs').Settings} Settings */

/** @param {string} script @param {string[]} args @param {Record<string, string>} environment @returns {Promise<number>} */
const run = (script, args, environment) => new Promise((resolve, reject) => {
  const env = { ...process.env, ...environment, XIANGLI_PROCESS: 'tool' }
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  // Ctrl-C reaches the tool itself; we only wait for it.
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => { child.kill(signal) })
  child.once('error', reject)
  child.once('exit', (code) => resolve(code ?? 1))
})

/** @param {Settings} settings @param {(environment: Record<string, string>) => Promise<number>} work */
const withOwnMongo = async (settings, work) => {
  const release = claim(settings.dataDir)
  try {
    await endLeftovers(settings.dataDir)
    const mongo = await startMongo({ dataDir: settings.dataDir, log: (line) => console.error(line) })
    try {
      return await work(environmentFor(settings, { mongoUri: mongo.uri, simulatorsPort: await rememberedPort(settings) }))
    } finally {
      await mongo.stop()
    }
  } finally {
    release()
  }
}

const rememberedPort = (/** @type {Settings} */ { dataDir }) => freePort(recall(dataDir).simulatorsPort)

/** @param {'seed' | 'job'} name @param {string[]} args @returns {Promise<number>} exit code */
export const runTool = async (name, args) => {
  const settings = readSettings([])
  if (!hasEntry(settings.root, name)) throw new Error(`${name} 不存在。There is no ${name}.`)
  await bundleAll(settings.root, [name])
  const script = bundlePath(settings.root, name)
  const work = (/** @type {Record<string, string>} */ environment) => run(script, args, environment)
  const { mongoUri } = settings
  if (mongoUri) return work(environmentFor(settings, { mongoUri, simulatorsPort: await rememberedPort(settings) }))
  const running = runningEnvironment(settings.dataDir)
  return running ? work(running) : withOwnMongo(settings, work)
}
