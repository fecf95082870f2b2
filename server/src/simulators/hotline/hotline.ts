import Router from '@koa/router'
import type { Context, Middleware } from 'koa'
import { z } from 'zod'
import { dayOf } from '@xiangli/shared/core/time'
import { CALLED_BACK } from '@xiangli/shared/hotline/states'
import { createFaults } from '../faults'
import { readJson } from '../read-json'
import { createWorld, type Answer, type World } from './world'

const PAGE = 100

const answer = (ctx: Context, { status, body }: Answer): void => {
  ctx.status = status
  ctx.body = body
}

const needToken = (world: World): Middleware => async (ctx, next) => {
  if (ctx.get('authorization') === `Bearer ${world.token}`) return next()
  return answer(ctx, { status: 401, body: { message: 'token 不对' } })
}

/** A page of a list; unruly, each row comes twice and the last first. */
const pageOf = (ctx: Context, world: World, all: readonly object[]): Answer => {
  const rows = world.unruly.isOn ? [...all, ...all].reverse() : all
  const from = Number(ctx.query.after ?? 0)
  const next = from + PAGE < rows.length ? String(from + PAGE) : undefined
  return { status: 200, body: { items: rows.slice(from, from + PAGE), ...(next ? { next } : {}) } }
}

const Body = z.object({ messageId: z.string().min(1), isDone: z.boolean().optional(), words: z.string().optional(), reason: z.string().optional(), until: z.iso.datetime().optional() })
type Body = z.infer<typeof Body>
type Word = 'sign' | 'reply' | 'return' | 'extension'

const no = (message: string): Answer => ({ status: 422, body: { message } })
const yes: Answer = { status: 200, body: {} }

const hear = (world: World, { number, word }: { number: string; word: Word }, said: Body): Answer => {
  const held = world.orders.get(number)
  if (!held) return no('没有这张工单')
  world.heard.push({ kind: word, number, messageId: said.messageId })
  if (word === 'sign') {
    held.state = 'signed'
    return yes
  }
  if (word === 'reply') {
    if (held.state === 'issued') return no('还没有签收，不能答复')
    if (!said.words) return no('答复不能为空')
    Object.assign(held, { state: 'replied', reply: { isDone: said.isDone === true, words: said.words } })
    return yes
  }
  const { agrees, reason } = world.mood[word]
  if (agrees && word === 'return') held.state = 'returned'
  if (agrees && word === 'extension') held.due = said.until
  return { status: 200, body: { isAgreed: agrees, ...(reason ? { reason } : {}), ...(agrees && word === 'extension' ? { due: said.until } : {}) } }
}

const createApi = (world: World, misbehave: Middleware): Router => {
  const router = new Router({ prefix: '/v1' })
  router.use(misbehave, needToken(world))
  router.get('/orders', (ctx) => {
    const [since, until] = [String(ctx.query.since), String(ctx.query.until)]
    const due = [...world.orders.values()].filter(({ order: { issuedAt } }) => issuedAt >= since && issuedAt <= until)
    answer(ctx, pageOf(ctx, world, due.map(({ order }) => order)))
  })
  router.get('/call-backs', (ctx) => answer(ctx, pageOf(ctx, world, world.callBacks.filter(({ at }) => at >= String(ctx.query.since)))))
  router.get('/days/:day', (ctx) => {
    const ofDay = [...world.orders.values()].filter(({ order }) => dayOf(new Date(order.issuedAt)) === ctx.params.day)
    answer(ctx, pageOf(ctx, world, ofDay.map(({ order: { number }, state }) => ({ number, state }))))
  })
  for (const word of ['sign', 'reply', 'return', 'extension'] as const) {
    router.post(`/orders/:number/${word}`, async (ctx) => {
      const parsed = Body.safeParse(await readJson(ctx))
      if (!parsed.success) return answer(ctx, no('内容不对'))
      return answer(ctx, world.once(parsed.data.messageId, () => hear(world, { number: String(ctx.params.number), word }, parsed.data)))
    })
  }
  return router
}

const Order = z.object({ number: z.string(), issuedAt: z.string(), words: z.string() }).catchall(z.string())
const Mood = z.object({ about: z.enum(['return', 'extension']), agrees: z.boolean(), reason: z.string().optional() })
const CallBack = z.object({ id: z.string(), number: z.string(), satisfied: z.enum(CALLED_BACK), words: z.string().optional(), at: z.string() })

/** What only tests and demos may do to the simulated platform. */
const createControl = (world: World): Router => {
  const router = new Router({ prefix: '/control' })
  const takes = <T>(path: string, shape: z.ZodType<T>, take: (given: T) => void): void => {
    router.post(path, async (ctx) => {
      const parsed = shape.safeParse(await readJson(ctx))
      if (parsed.success) take(parsed.data)
      ctx.status = parsed.success ? 204 : 400
    })
  }
  takes('/orders', Order, (order) => world.give(order))
  takes('/call-backs', CallBack, (callBack) => {
    world.callBacks.push(callBack)
    const held = world.orders.get(callBack.number)
    if (held) held.state = callBack.satisfied === 'no' ? 'signed' : 'closed'
  })
  takes('/mood', Mood, ({ about, ...mood }) => void (world.mood[about] = mood))
  takes('/unruly', z.object({ isOn: z.boolean() }), ({ isOn }) => void (world.unruly.isOn = isOn))
  router.get('/orders', (ctx) => {
    ctx.body = [...world.orders.values()].map(({ order, ...held }) => ({ number: order.number, ...held }))
  })
  router.get('/heard', (ctx) => {
    ctx.body = world.heard
  })
  return router
}

/** A 12345 platform below `/hotline`, with the faults every simulator has. */
export const createHotlineSimulator = ({ token }: { token: string }): Router => {
  const world = createWorld({ token })
  const faults = createFaults()
  const router = new Router({ prefix: '/hotline' })
  for (const each of [createApi(world, faults.middleware), createControl(world), faults.router]) router.use(each.routes())
  return router
}
