import { randomBytes } from 'node:crypto'
import type { Context } from 'koa'

const hex = (bytes: number): string => randomBytes(bytes).toString('hex')

/** A request id in WeChat's form; its first part is the time. */
const rid = (): string => `${Math.floor(Date.now() / 1000).toString(16)}-${hex(4)}-${hex(4)}`

/** WeChat answers `sns` calls as text and all others as JSON of an odd content type, always with status 200. */
export const answer = (ctx: Context, body: Record<string, unknown>): void => {
  ctx.status = 200
  ctx.set('Content-Type', ctx.path.includes('/sns/') ? 'text/plain' : 'application/json; encoding=utf-8')
  ctx.body = JSON.stringify(body)
}

/** `invalid code, rid: …` from `sns`, `invalid code rid: …` from the others. */
export const refuse = (ctx: Context, errcode: number, errmsg: string): void => {
  const joint = ctx.path.includes('/sns/') ? ', ' : ' '
  answer(ctx, { errcode, errmsg: `${errmsg}${joint}rid: ${rid()}` })
}
