import { startMongo } from './mongo.mjs'
import { endProcess } from './processes.mjs'

const LOOK_EVERY_MS = 2000

/**
 * Starts MongoDB on the data folder and starts it again should it die.
 * @param {{ dataDir: string }} settings
 * @param {{ shutdown: Pick<import('./shutdown.mjs').Shutdown, 'add' | 'end' | 'signal'>, say: (line: string) => void }} tools
 * @returns {Promise<string>} its URI
 */
export const keepMongo = async ({ dataDir }, { shutdown, say }) => {
  let mongo = await startMongo({ dataDir, log: say })
  const uri = mongo.uri
  say(`✓ MongoDB ${mongo.version}`)
  /** @type {Promise<void> | null} */
  let mending = null
  const mend = async () => {
    say(`✗ MongoDB 意外退出，正在重启。日志：${dataDir}/logs/mongod.log`)
    mongo = await startMongo({ dataDir, log: say })
    // Everyone was told the old address; on another port only a new start helps.
    if (mongo.uri !== uri) throw new Error('MongoDB 的端口被占，请重新启动。MongoDB lost its port, start again.')
  }
  const timer = setInterval(() => {
    if (mending || shutdown.signal.aborted || mongo.isRunning()) return
    mending = mend().catch((error) => {
      say(`✗ ${error.message}`)
      void shutdown.end(1)
    }).finally(() => { mending = null })
  }, LOOK_EVERY_MS)
  shutdown.add({
    name: 'mongod',
    stop: async () => { clearInterval(timer); await mending; await mongo.stop() },
    kill: () => { void endProcess({ pid: mongo.pid, started: mongo.started }, 0) },
  })
  return uri
}
