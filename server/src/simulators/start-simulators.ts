import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import { createHotlineSimulator } from './hotline/hotline'
import { createWechatSimulator } from './wechat/wechat'
import type { WechatOptions } from './wechat/world'

export interface Simulators {
  /** `http://127.0.0.1:PORT`; WeChat is at `/wechat` below it, the 12345 platform at `/hotline`. */
  url: string
  stop(): Promise<void>
}

/** All outside parties on one local port, each below its own name. Port 0 takes any free one. */
export const startSimulators = async ({ port, wechat, hotline }: { port: number; wechat: WechatOptions; hotline?: { token: string } }): Promise<Simulators> => {
  const app = new Koa()
  // A caller that hangs up is what the faults are for, not an error to print.
  app.silent = true
  app.use(createWechatSimulator(wechat).routes())
  if (hotline) app.use(createHotlineSimulator(hotline).routes())
  const server = createServer(app.callback())
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
