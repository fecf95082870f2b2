import type { Context } from 'koa'

const MAX_BYTES = 64 * 1024

/** The body as JSON; undefined when it is none, too long or cut off. */
export const readJson = async (ctx: Context): Promise<unknown> => {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of ctx.req) {
      size += (chunk as Buffer).length
      if (size > MAX_BYTES) return undefined
      chunks.push(chunk as Buffer)
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
