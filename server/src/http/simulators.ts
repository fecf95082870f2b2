import http from 'node:http'
import type { Context } from 'koa'
import { services } from '../core/services'

const PREFIX = '/simulators'
/** Only what a person picks with; the simulators' control of faults stays on the machine. */
const OPEN = /^\/wechat\/picker(\/|\?|$)/

/** In a demo the WeChat picker is reached through this server, so that one port is enough. */
export const proxySimulators = async (ctx: Context): Promise<void> => {
  const { config } = services()
  const path = ctx.url.slice(PREFIX.length)
  if (!config.isDemo || !config.simulatorsPort || !OPEN.test(path)) {
    ctx.status = 404
    return
  }
  await new Promise<void>((resolve) => {
    const { origin: _o, cookie: _c, authorization: _a, host: _h, ...headers } = ctx.req.headers
    // A connection each: one that was answered before its body ended is no use to the next caller.
    const options = { host: '127.0.0.1', port: config.simulatorsPort, path, method: ctx.method, headers, agent: false }
    const request = http.request(options, (answer) => {
      ctx.status = answer.statusCode ?? 502
      for (const name of ['content-type', 'location', 'cache-control']) {
        const value = answer.headers[name]
        if (typeof value === 'string') ctx.set(name, value)
      }
      ctx.body = answer
      resolve()
    })
    request.on('error', () => {
      ctx.status = 502
      resolve()
    })
    ctx.req.once('close', () => ctx.req.complete || request.destroy())
    ctx.req.pipe(request)
  })
}
