import type { Context } from 'koa'

export const SESSION_COOKIE = 'xl_session'
/** Readable by the page, sent back as X-CSRF: another site can make a browser send cookies, not read them. */
export const CSRF_COOKIE = 'xl_csrf'

interface Signed {
  token: string
  csrf: string
  expires: Date
}

export const setSessionCookies = (ctx: Context, { token, csrf, expires }: Signed): void => {
  const shared = { expires, sameSite: 'lax' as const, secure: ctx.secure, overwrite: true, path: '/' }
  ctx.cookies.set(SESSION_COOKIE, token, { ...shared, httpOnly: true })
  ctx.cookies.set(CSRF_COOKIE, csrf, { ...shared, httpOnly: false })
}

export const clearSessionCookies = (ctx: Context): void => {
  ctx.cookies.set(SESSION_COOKIE, null, { path: '/', overwrite: true })
  ctx.cookies.set(CSRF_COOKIE, null, { path: '/', httpOnly: false, overwrite: true })
}
