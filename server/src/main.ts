import { createServer } from 'node:http'
import { readConfig } from './core/config'
import { startDispatcher } from './core/dispatch/dispatcher'
import { describeError, log } from './core/log'
import { createApp } from './http/app'
import { watchParent } from './launch/parent-watch'
import { startGateway } from './realtime/gateway'
import { startCore } from './start'

const config = readConfig()
const core = await startCore(config)
const server = createServer(createApp().callback())
const gateway = startGateway(server)
const dispatcher = startDispatcher()

server.keepAliveTimeout = 65_000
await new Promise<void>((resolve, reject) => {
  server.once('error', reject)
  server.listen(config.port, config.host, resolve)
})
log.info({ port: config.port }, 'server listens')

let isStopping = false
const stop = async (): Promise<void> => {
  if (isStopping) return
  isStopping = true
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  await gateway.stop()
  server.closeIdleConnections()
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 3_000))])
  await dispatcher.stop()
  await core.stop()
  process.exit(0)
}

process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('unhandledRejection', (error) => log.error({ error: describeError(error) }, 'unhandled rejection'))
watchParent(() => void stop())
