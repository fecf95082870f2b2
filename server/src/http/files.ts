import type { Context } from 'koa'
import { now } from '../core/clock'
import { findForLink } from '../modules/file'

/** Links are minted by whoever authorised the reader and end on the hour; nothing else opens a file. */
export const serveFile = async (ctx: Context): Promise<void> => {
  const found = await findForLink(ctx.url, now(), ctx.get('range') || undefined)
  if (!found) {
    ctx.status = 404
    return
  }
  ctx.status = found.range ? 206 : 200
  ctx.type = found.mime
  ctx.set('Accept-Ranges', 'bytes')
  ctx.set('Cache-Control', 'private, max-age=3600, immutable')
  ctx.set('Content-Security-Policy', "default-src 'none'; sandbox")
  if (found.range) ctx.set('Content-Range', `bytes ${found.range.start}-${found.range.end}/${found.bytes}`)
  ctx.length = found.range ? found.range.end - found.range.start + 1 : found.bytes
  ctx.body = found.stream
}
