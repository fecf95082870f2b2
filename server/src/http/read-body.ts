import type { Readable } from 'node:stream'
import type { Context } from 'koa'
import multer from '@koa/multer'
import { contracts, type OperationName } from '@xiangli/shared/catalog/contracts'
import type { Actor } from '@xiangli/shared/core/actor'
import type { Attachment } from '../core/operation'
import { AppError, fail } from '../core/fail'
import { gate } from '../core/gate'

const MAX_JSON_BYTES = 256 * 1024
const MAX_FILE_BYTES = 20 * 1024 * 1024
/** Uploads are held in memory while they are checked; more at once wait their turn at the client. */
const MAX_UPLOADS = 8
let uploads = 0

const readBytes = async (ctx: Context): Promise<Buffer> => {
  if (Number(ctx.get('content-length') || 0) > MAX_JSON_BYTES) fail('core.tooLarge')
  return gather(ctx.req)
}

/** Reads on to the end of what is too long, keeping nothing: a cut connection would swallow the answer. */
const gather = (request: Readable): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_JSON_BYTES) chunks.push(chunk)
      else reject(new AppError('core.tooLarge'))
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('close', () => reject(new AppError('core.badInput')))
    request.once('error', () => reject(new AppError('core.badInput')))
  })

const readJson = async (ctx: Context): Promise<unknown> => {
  const bytes = await readBytes(ctx)
  if (bytes.length === 0) return {}
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    return fail('core.badInput', { message: '请求内容不是 JSON' })
  }
}

const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 10, fieldSize: 4096 } }).single('file')

export interface Received {
  input: unknown
  attachment?: Attachment
}

const readMultipart = async (ctx: Context): Promise<Received> => {
  if (uploads >= MAX_UPLOADS) throw new AppError('core.busy', { retryAfterSeconds: 2 })
  uploads += 1
  try {
    await upload(ctx as never, async () => undefined)
  } catch (error) {
    const code = (error as { code?: string }).code
    throw new AppError(code === 'LIMIT_FILE_SIZE' ? 'file.tooLarge' : 'core.badInput')
  } finally {
    uploads -= 1
  }
  const { body } = ctx.request as unknown as { body?: Record<string, unknown> }
  const { file } = ctx as unknown as { file?: { buffer: Buffer } }
  return { input: { ...body }, ...(file ? { attachment: { bytes: file.buffer } } : {}) }
}

/** JSON, or for operations that carry a file multipart with the JSON's fields beside it, from those who may. */
export const readBody = async (ctx: Context, { operation, actor }: { operation: string; actor: Actor }): Promise<Received> => {
  const contract = contracts[operation as OperationName]
  const carriesFile = contract?.kind === 'command' && contract.carriesFile
  if (carriesFile && ctx.is('multipart/form-data')) {
    gate(actor, operation as OperationName)
    return readMultipart(ctx)
  }
  return { input: await readJson(ctx) }
}
