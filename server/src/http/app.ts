import Koa from 'koa'
import compress from 'koa-compress'
import helmet from 'koa-helmet'
import Router from '@koa/router'
import { databaseClient } from '../core/database'
import { metrics } from '../core/metrics'
import { serveClients } from './clients'
import { serveFile } from './files'
import { onError, trace } from './on-error'
import { open311Router } from './open311/router'
import { favicon, landing, nowherePage } from './pages'
import { apiRouter } from './router'
import { toPlace } from './place-code'
import { proxySimulators } from './simulators'

/** Ready when the database answers; healthy when the process does. */
const readiness = async (ctx: Koa.Context): Promise<void> => {
  const isReady = await databaseClient().db().command({ ping: 1 }).then(() => true, () => false)
  ctx.status = isReady ? 200 : 503
  ctx.body = { ready: isReady }
}

const LOOPBACK = /^(::1|::ffff:127\.|127\.)/

/** Figures are for the operator's own machine; a proxy in front must not pass them on. */
const figures = async (ctx: Koa.Context): Promise<void> => {
  if (!LOOPBACK.test(ctx.req.socket.remoteAddress ?? '') || ctx.get('x-forwarded-for')) {
    ctx.status = 404
    return
  }
  ctx.type = metrics.registry.contentType
  ctx.body = await metrics.registry.metrics()
}

const ownRoutes = (): Router => {
  const router = new Router()
  router.get('/', landing)
  router.get('/favicon.ico', favicon)
  router.get('/c/:code', toPlace)
  router.get('/healthz', (ctx) => {
    ctx.body = { ok: true }
  })
  router.get('/readyz', readiness)
  router.get('/metrics', figures)
  router.get('/files/:id/:variant', serveFile)
  router.all(/^\/simulators\//, proxySimulators)
  return router
}

const security = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      // antd and Taro write style elements; scripts come from our own files only.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'", 'blob:'],
      // Icons of the phone's component library come inside its stylesheet.
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", 'ws:', 'wss:'],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
})

/** An answer of the API is no page: what tells browsers how to treat pages is left out of every one of them. */
const bareSecurity = (ctx: Koa.Context): void => {
  ctx.set('X-Content-Type-Options', 'nosniff')
  ctx.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
}

const secured: Koa.Middleware = (ctx, next) => {
  if (!(ctx.method === 'POST' && ctx.path.startsWith('/api/'))) return security(ctx, next)
  bareSecurity(ctx)
  return next()
}

const packed = compress({ threshold: 2048, br: false })
/** Who says nothing of encodings gets the answer as it is, without the negotiating. */
const compressed: Koa.Middleware = (ctx, next) => (ctx.get('accept-encoding') ? packed(ctx, next) : next())

export const createApp = (): Koa => {
  const app = new Koa()
  app.proxy = process.env.TRUST_PROXY === '1'
  // The proxy's own entry, which is the last: the ones before it are what the caller wrote.
  app.maxIpsCount = 1
  app.silent = true
  app.use(trace).use(onError).use(secured).use(compressed)
  app.use(apiRouter().routes()).use(ownRoutes().routes()).use(open311Router().routes()).use(serveClients).use(nowherePage)
  return app
}

