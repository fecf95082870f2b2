import { createHash } from 'node:crypto'
import Router from '@koa/router'
import type { Context } from 'koa'
import { contracts, type OperationName } from '@xiangli/shared/catalog/contracts'
import type { SignedIn } from '@xiangli/shared/identity/contract'
import { execute } from '../core/execute'
import { fail } from '../core/fail'
import { authenticate, csrfOf, isFromOtherSite } from './authenticate'
import { clearSessionCookies, setSessionCookies } from './cookies'
import { openApi } from './openapi'
import { apiPage } from './pages'
import { withBody } from './read-body'

/** `POST /api/venue.reserveSlot`; public queries also answer `GET ?input={…}` with an ETag. */
export const apiRouter = (): Router => {
  const router = new Router()
  router.post('/api/:operation', answerPost)
  router.get(['/api', '/api/'], apiPage)
  router.get('/api/openapi.json', (ctx) => {
    ctx.body = openApi()
  })
  router.get('/api/:operation', answerGet)
  router.all(/^\/api\//, () => fail('core.unknownOperation'))
  return router
}

const answerPost = async (ctx: Context): Promise<void> => {
  const operation = String(ctx.params.operation)
  const actor = await authenticate(ctx)
  ctx.set('Cache-Control', 'no-store')
  const about = { operation, actor, key: ctx.get('idempotency-key') || undefined, trace: String(ctx.state.trace), address: ctx.ip }
  const { output, isReplay } = await withBody(ctx, { operation, actor }, (received) => execute({ ...about, ...received }))
  if (isReplay) ctx.set('Idempotent-Replay', 'true')
  keepSession(ctx, operation, output)
  ctx.type = 'json'
  // Turned into bytes here, once: what looks at the length on the way out would do it over again.
  ctx.body = Buffer.from(JSON.stringify(output))
}

/** Signing in from our own page also sets its cookie; the mini-program keeps the token itself. */
const keepSession = (ctx: Context, operation: string, output: unknown): void => {
  if (operation === 'identity.logout') return clearSessionCookies(ctx)
  if (!operation.startsWith('identity.login') || isFromOtherSite(ctx)) return
  const { token, expiresAt } = output as SignedIn
  setSessionCookies(ctx, { token, csrf: csrfOf(token), expires: new Date(expiresAt) })
}

const isPublicQuery = (operation: string): boolean => {
  const contract = contracts[operation as OperationName]
  return contract?.kind === 'query' && contract.scope === 'public' && !('isAskedInSecret' in contract)
}

const answerGet = async (ctx: Context): Promise<void> => {
  const operation = String(ctx.params.operation)
  if (!isPublicQuery(operation)) fail('core.unknownOperation')
  const { output } = await execute({
    operation,
    input: inputOf(ctx.query.input),
    actor: await authenticate(ctx),
    trace: String(ctx.state.trace),
    address: ctx.ip,
  })
  const body = JSON.stringify(output)
  ctx.type = 'json'
  ctx.set('Cache-Control', 'public, max-age=60')
  ctx.etag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  // Koa calls nothing fresh that has no success yet.
  ctx.status = 200
  if (ctx.fresh) ctx.status = 304
  else ctx.body = body
}

const inputOf = (given: string | string[] | undefined): unknown => {
  if (typeof given !== 'string') return {}
  try {
    return JSON.parse(given) as unknown
  } catch {
    return fail('core.badInput', { field: 'input', message: 'input 不是 JSON' })
  }
}
