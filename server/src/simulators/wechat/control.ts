import Router from '@koa/router'
import { z } from 'zod'
import { readJson } from '../read-json'
import type { World } from './world'

/** What only tests and demos may do to the simulated WeChat; never proxied to the outside. */
export const createControl = (world: World): Router => {
  const router = new Router({ prefix: '/control' })
  router.get('/messages', (ctx) => {
    ctx.body = world.sent
  })
  router.get('/calls', (ctx) => {
    ctx.body = Object.fromEntries(world.calls)
  })
  router.post('/templates', async (ctx) => {
    const parsed = z.object({ id: z.string().min(1), fields: z.array(z.string().min(1)).min(1) }).safeParse(await readJson(ctx))
    if (parsed.success) world.templates.set(parsed.data.id, parsed.data.fields)
    ctx.status = parsed.success ? 204 : 400
  })
  router.post('/tokens/revoke', (ctx) => {
    world.tokens.revoke()
    ctx.status = 204
  })
  return router
}
