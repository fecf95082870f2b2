import { setTimeout as sleep } from 'node:timers/promises'
import Router from '@koa/router'
import type { Context, Middleware } from 'koa'
import { z } from 'zod'
import { readJson } from './read-json'

/** How a simulator can misbehave. `drop` closes before anything is done, `dropAnswer` after it was done. */
const Fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('delay'), ms: z.number().int().min(0).max(60_000) }),
  z.object({ kind: z.literal('drop') }),
  z.object({ kind: z.literal('dropAnswer') }),
  z.object({ kind: z.literal('errcode'), errcode: z.number().int(), errmsg: z.string().default('system error') }),
  z.object({ kind: z.literal('status'), status: z.number().int().min(400).max(599) }),
])

const Rule = z.object({
  /** End of the paths it strikes, such as `jscode2session`. */
  path: z.string().default(''),
  fault: Fault,
  /** How many requests it strikes. */
  next: z.number().int().min(1).max(100_000).default(1),
})
type Rule = z.infer<typeof Rule>

const cutOff = (ctx: Context): void => {
  ctx.respond = false
  ctx.req.socket.destroy()
}

type Fault = z.infer<typeof Fault>

const strike = async (ctx: Context, fault: Fault, next: () => Promise<unknown>): Promise<void> => {
  if (fault.kind === 'delay') {
    await sleep(fault.ms)
    await next()
  } else if (fault.kind === 'drop') {
    cutOff(ctx)
  } else if (fault.kind === 'dropAnswer') {
    await next()
    cutOff(ctx)
  } else if (fault.kind === 'errcode') {
    ctx.body = JSON.stringify({ errcode: fault.errcode, errmsg: fault.errmsg })
  } else {
    ctx.status = fault.status
    ctx.body = '<html><body>gateway error</body></html>'
  }
}

export interface Faults {
  /** Strikes requests while rules are left. */
  middleware: Middleware
  /** `POST /control/faults` adds a rule, `GET` lists what is left, `DELETE` clears. */
  router: Router
}

export const createFaults = (): Faults => {
  let rules: Rule[] = []
  const take = (path: string): Fault | undefined => {
    const rule = rules.find((each) => path.endsWith(each.path))
    if (!rule) return undefined
    rule.next -= 1
    rules = rules.filter((each) => each.next > 0)
    return rule.fault
  }

  const router = new Router()
  router.post('/control/faults', async (ctx) => {
    const parsed = Rule.safeParse(await readJson(ctx))
    if (parsed.success) rules.push(parsed.data)
    ctx.status = parsed.success ? 201 : 400
    ctx.body = parsed.success ? { rules } : { issues: parsed.error.issues }
  })
  router.get('/control/faults', (ctx) => {
    ctx.body = { rules }
  })
  router.delete('/control/faults', (ctx) => {
    rules = []
    ctx.status = 204
  })

  const middleware: Middleware = async (ctx, next) => {
    const fault = take(ctx.path)
    await (fault ? strike(ctx, fault, next) : next())
  }
  return { middleware, router }
}
