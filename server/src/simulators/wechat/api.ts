import Router from '@koa/router'
import type { Context, Middleware } from 'koa'
import { z } from 'zod'
import { readJson } from '../read-json'
import { answer, refuse } from './answer'
import { whyNotData } from './template-fields'
import type { World } from './world'

const TOKEN_TEXTS = {
  40001: 'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken',
  42001: 'access_token expired',
} as const

const query = (ctx: Context, name: string): string => {
  const value = ctx.query[name]
  return typeof value === 'string' ? value : ''
}

const codeToSession = (world: World) => (ctx: Context): void => {
  if (!query(ctx, 'appid')) return refuse(ctx, 41002, 'appid missing')
  if (query(ctx, 'appid') !== world.appId) return refuse(ctx, 40013, 'invalid appid')
  if (!query(ctx, 'secret')) return refuse(ctx, 41004, 'appsecret missing')
  if (query(ctx, 'secret') !== world.appSecret) return refuse(ctx, 40125, 'invalid appsecret')
  if (query(ctx, 'grant_type') !== 'authorization_code') return refuse(ctx, 40002, 'invalid grant_type')
  if (!query(ctx, 'js_code')) return refuse(ctx, 41008, 'missing code')
  const redeemed = world.loginCodes.redeem(query(ctx, 'js_code'))
  if (!redeemed.ok) return redeemed.why === 'used' ? refuse(ctx, 40163, 'code been used') : refuse(ctx, 40029, 'invalid code')
  const openid = redeemed.value
  if (!world.allowsLogin(openid)) return refuse(ctx, 45011, 'api minute-quota reach limit, must slower, retry next minute')
  const unionid = world.people.find(openid)?.unionid
  return answer(ctx, { session_key: world.sessionKeyOf(openid), openid, ...(unionid ? { unionid } : {}) })
}

const TokenRequest = z.object({
  grant_type: z.string().default(''),
  appid: z.string().default(''),
  secret: z.string().default(''),
  force_refresh: z.boolean().default(false),
})

const stableToken = (world: World) => async (ctx: Context): Promise<void> => {
  const parsed = TokenRequest.safeParse(await readJson(ctx))
  if (!parsed.success) return refuse(ctx, 47001, 'data format error')
  const { grant_type, appid, secret, force_refresh } = parsed.data
  if (grant_type !== 'client_credential') return refuse(ctx, 40002, 'invalid grant_type')
  if (!appid) return refuse(ctx, 41002, 'appid missing')
  if (appid !== world.appId) return refuse(ctx, 40013, 'invalid appid')
  if (!secret) return refuse(ctx, 41004, 'appsecret missing')
  if (secret !== world.appSecret) return refuse(ctx, 40125, 'invalid appsecret')
  return answer(ctx, world.tokens.issue(force_refresh))
}

/** Every other call carries the token in its address. */
const withToken = (world: World): Middleware => async (ctx, next) => {
  const token = query(ctx, 'access_token')
  if (!token) return refuse(ctx, 41001, 'access_token missing')
  const fault = world.tokens.check(token)
  return fault === 0 ? next() : refuse(ctx, fault, TOKEN_TEXTS[fault])
}

const phoneNumber = (world: World) => async (ctx: Context): Promise<void> => {
  const parsed = z.object({ code: z.string().min(1) }).safeParse(await readJson(ctx))
  if (!parsed.success) return refuse(ctx, 40029, 'invalid code')
  // WeChat says the same of a used phone code and an unknown one.
  const redeemed = world.phoneCodes.redeem(parsed.data.code)
  if (!redeemed.ok) return refuse(ctx, 40029, 'invalid code')
  const { phone } = redeemed.value
  const watermark = { timestamp: Math.floor(world.now() / 1000), appid: world.appId }
  return answer(ctx, {
    errcode: 0,
    errmsg: 'ok',
    phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark },
  })
}

const Message = z.object({
  touser: z.string().default(''),
  template_id: z.string().default(''),
  page: z.string().optional(),
  miniprogram_state: z.string().optional(),
  lang: z.string().optional(),
  data: z.record(z.string(), z.unknown()).default({}),
})

const subscribeSend = (world: World) => async (ctx: Context): Promise<void> => {
  const parsed = Message.safeParse(await readJson(ctx))
  if (!parsed.success) return refuse(ctx, 47001, 'data format error')
  const { touser, template_id, page, data } = parsed.data
  if (!world.people.find(touser)) return refuse(ctx, 40003, 'invalid openid')
  const fields = world.templates.get(template_id)
  if (!fields) return refuse(ctx, 40037, 'invalid template_id')
  if (page?.startsWith('/') || page?.includes('://')) return refuse(ctx, 41030, 'invalid page')
  const fault = whyNotData(fields, data)
  if (fault) return refuse(ctx, 47003, fault)
  const ticket = `${touser} ${template_id}`
  const left = world.accepted.get(ticket) ?? 0
  if (left === 0) return refuse(ctx, 43101, 'user refuse to accept the msg')
  world.accepted.set(ticket, left - 1)
  world.sent.push({ touser, template_id, data, ...(page === undefined ? {} : { page }) })
  return answer(ctx, { errcode: 0, errmsg: 'ok', msgid: 3_000_000_000 + world.sent.length })
}

/** The calls of api.weixin.qq.com that the project makes. */
export const createApi = (world: World, misbehave: Middleware): Router => {
  const router = new Router()
  router.use(['/sns', '/cgi-bin', '/wxa'], async (ctx, next) => {
    const path = ctx.path.slice(ctx.path.search(/\/(sns|cgi-bin|wxa)\//))
    world.calls.set(path, (world.calls.get(path) ?? 0) + 1)
    return next()
  })
  router.get('/sns/jscode2session', misbehave, codeToSession(world))
  router.post('/cgi-bin/stable_token', misbehave, stableToken(world))
  router.get('/cgi-bin/stable_token', (ctx) => refuse(ctx, 43002, 'require POST method'))
  router.post('/wxa/business/getuserphonenumber', misbehave, withToken(world), phoneNumber(world))
  router.post('/cgi-bin/message/subscribe/send', misbehave, withToken(world), subscribeSend(world))
  return router
}
