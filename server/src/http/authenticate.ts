import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'koa'
import type { Actor } from '@xiangli/shared/core/actor'
import { fail } from '../core/fail'
import { services } from '../core/services'
import { actorOfToken } from '../modules/identity'
import { SESSION_COOKIE } from './cookies'

export const anonymous = (): Actor => ({ kind: 'anonymous', id: 'anonymous', county: services().config.county })

/** Bound to the session: a csrf value of one session is no use with another. */
export const csrfOf = (token: string): string => services().vault.hashToken(`csrf:${token}`)

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Who is calling: a bearer token (mini-program, API) or the browser's cookie with its csrf header. */
export const authenticate = async (ctx: Context): Promise<Actor> => {
  const bearer = /^Bearer (\S{20,200})$/.exec(ctx.get('authorization'))?.[1]
  const cookie = bearer ? undefined : ctx.cookies.get(SESSION_COOKIE)
  const token = bearer ?? cookie
  if (!token) return anonymous()
  const actor = await actorOfToken(token)
  if (!actor) return anonymous()
  if (cookie && ctx.method !== 'GET' && !same(ctx.get('x-csrf') || 'none', csrfOf(cookie))) fail('core.csrf')
  return actor
}

/** A form on another site may sign a browser in as somebody else: it is left without the cookie. Old browsers say only their origin. */
export const isFromOtherSite = (ctx: Context): boolean => {
  const site = ctx.get('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = ctx.get('origin')
  return origin !== '' && origin.replace(/^https?:\/\//, '') !== ctx.host
}

export const tokenOf = (ctx: Context): string | undefined =>
  /^Bearer (\S{20,200})$/.exec(ctx.get('authorization'))?.[1] ?? ctx.cookies.get(SESSION_COOKIE)

