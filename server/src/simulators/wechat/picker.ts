import Router from '@koa/router'
import type { Context } from 'koa'
import { z } from 'zod'
import { readJson } from '../read-json'
import { NewPerson } from './people'
import { isSafeReturn, pickerPage } from './picker-page'
import { pickerScript } from './picker-script'
import { pickerStyle } from './picker-style'
import type { World } from './world'

const MAX_LISTED = 200

const bad = (ctx: Context, status: number, message: string): void => {
  ctx.status = status
  ctx.body = { message }
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))

const showPage = (ctx: Context): void => {
  const back = one(ctx.query['return'])
  if (back !== '' && !isSafeReturn(back)) return bad(ctx, 400, 'return 只能是本站的路径')
  ctx.set('Cache-Control', 'no-store')
  ctx.type = 'html'
  ctx.body = pickerPage
}

const addPerson = (world: World) => async (ctx: Context): Promise<void> => {
  const parsed = NewPerson.safeParse(await readJson(ctx))
  if (!parsed.success) return bad(ctx, 400, '昵称要 1 到 32 个字；openid 要 6 到 64 个字母或数字')
  const added = world.people.add(parsed.data)
  if (!added) return bad(ctx, 409, '这个 openid 已经有人用了')
  ctx.status = 201
  ctx.body = { openid: added.openid, nickname: added.nickname }
}

const login = (world: World) => async (ctx: Context): Promise<void> => {
  const parsed = z.object({ openid: z.string() }).safeParse(await readJson(ctx))
  const person = parsed.success ? world.people.find(parsed.data.openid) : undefined
  if (!person) return bad(ctx, 404, '没有这个微信号')
  ctx.body = { code: world.loginCodes.issue(person.openid) }
}

/** What `<button open-type="getPhoneNumber">` would give. */
const givePhone = (world: World) => async (ctx: Context): Promise<void> => {
  const parsed = z.object({ openid: z.string(), phone: z.string().regex(/^1\d{10}$/).optional() }).safeParse(await readJson(ctx))
  const person = parsed.success ? world.people.find(parsed.data.openid) : undefined
  if (!person) return bad(ctx, 404, '没有这个微信号')
  const phone = parsed.data?.phone ?? person.phone
  if (!phone) return bad(ctx, 409, '这个微信号没有绑定手机号')
  ctx.body = { code: world.phoneCodes.issue({ openid: person.openid, phone }) }
}

/** What `wx.requestSubscribeMessage` would do: one agreement is one message. */
const subscribe = (world: World) => async (ctx: Context): Promise<void> => {
  const parsed = z.object({ openid: z.string(), templateIds: z.array(z.string()).min(1).max(3) }).safeParse(await readJson(ctx))
  if (!parsed.success || !world.people.find(parsed.data.openid)) return bad(ctx, 404, '没有这个微信号')
  for (const id of parsed.data.templateIds) {
    const ticket = `${parsed.data.openid} ${id}`
    world.accepted.set(ticket, (world.accepted.get(ticket) ?? 0) + 1)
  }
  ctx.status = 204
}

/** Stands in for the phone's WeChat: who am I, and what do I allow. */
export const createPicker = (world: World): Router => {
  const router = new Router()
  router.get('/picker', showPage)
  router.get('/picker/style.css', (ctx) => {
    ctx.type = 'css'
    ctx.body = pickerStyle
  })
  router.get('/picker/script.js', (ctx) => {
    ctx.type = 'js'
    ctx.body = pickerScript
  })
  router.get('/picker/people', (ctx) => {
    ctx.set('Cache-Control', 'no-store')
    const found = world.people.list(one(ctx.query['q'])).slice(0, MAX_LISTED)
    ctx.body = found.map(({ openid, nickname, villageName }) => ({ openid, nickname, villageName }))
  })
  router.post('/picker/people', addPerson(world))
  router.post('/picker/login', login(world))
  router.post('/picker/phone', givePhone(world))
  router.post('/picker/subscribe', subscribe(world))
  return router
}
