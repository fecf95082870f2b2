import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, type Config } from '../core/config'
import { setClock } from '../core/clock'
import { database } from '../core/database'
import { startDispatcher } from '../core/dispatch/dispatcher'
import { createApp } from '../http/app'
import { startGateway } from '../realtime/gateway'
import { startCore } from '../start'

const FREE = 0
let made = 0

const databaseUri = (name: string, appName: string | undefined): string => {
  const given = process.env.TEST_MONGODB_URI
  if (!given) throw new Error('TEST_MONGODB_URI is not set: run through npm test')
  const uri = given.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
  return appName ? `${uri}${uri.includes('?') ? '&' : '?'}appName=${appName}` : uri
}

export interface Runtime {
  config: Config
  url: string
  server: Server
  stop: () => Promise<void>
}

export interface RuntimeOptions {
  env?: NodeJS.ProcessEnv
  /** Without it events are journalled and nobody reacts. */
  dispatches?: boolean
  /** Sets this server's connections apart from those of other tests on the same mongod. */
  appName?: string
}

/** The whole server in this process, on a database and a folder of its own. */
export const startTestRuntime = async ({ env = {}, dispatches = true, appName }: RuntimeOptions = {}): Promise<Runtime> => {
  made += 1
  const dataDir = await mkdtemp(join(tmpdir(), 'xiangli-test-'))
  const name = `t${process.pid}_${Date.now().toString(36)}_${made}`
  const config = readConfig({
    LOG_LEVEL: 'silent',
    DEMO: '1',
    DATA_DIR: dataDir,
    MONGODB_URI: databaseUri(name, appName),
    RATE_PER_MINUTE: '100000',
    WRITE_FACTOR: '1000',
    XIANGLI_ROOT: process.env.XIANGLI_ROOT ?? process.cwd(),
    ...env,
  })
  const core = await startCore(config)
  const server = createServer(createApp().callback())
  const gateway = startGateway(server)
  const dispatcher = dispatches ? startDispatcher() : undefined
  await new Promise<void>((resolve) => server.listen(FREE, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    config,
    server,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      setClock(null)
      await gateway.stop()
      server.closeAllConnections()
      await dispatcher?.stop()
      await database().dropDatabase()
      await core.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
