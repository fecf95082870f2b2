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
/** Uploads are held in memory until they are checked and stored; more at once wait their turn at the client. */
const MAX_UPLOADS = 8
/** A phone sends one after another; a retry may meet the one it gave up. Nobody takes the places of all. */
const MAX_UPLOADS_EACH = 3
/** Longer than the clients wait: what trickles in after that only holds a place. */
const MAX_UPLOAD_MS = 90_000
const uploading: string[] = []

/** The bytes of a small body, whole or refused. */
export const readBytes = async (ctx: Context): Promise<Buffer> => {
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
    request.once('close', () => void (request.readableEnded || reject(new AppError('core.badInput'))))
    request.once('error', () => reject(new AppError('core.badInput')))
  })

/** Strict: what is not UTF-8 would otherwise be stored as question marks. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const readJson = async (ctx: Context): Promise<unknown> => {
  const bytes = await readBytes(ctx)
  if (bytes.length === 0) return {}
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown
  } catch {
    return fail('core.badInput', { message: '请求内容不是 JSON' })
  }
}

const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 10, fieldSize: 4096 } }).single('file')

export interface Received {
  input: unknown
  attachment?: Attachment
}

const takePlace = (actorId: string): void => {
  const own = uploading.filter((id) => id === actorId).length
  if (uploading.length >= MAX_UPLOADS || own >= MAX_UPLOADS_EACH) throw new AppError('core.busy', { retryAfterSeconds: 2 })
  uploading.push(actorId)
}

const leavePlace = (actorId: string): void => void uploading.splice(uploading.indexOf(actorId), 1)

const readMultipart = async (ctx: Context): Promise<Received> => {
  const late = setTimeout(() => ctx.req.destroy(), MAX_UPLOAD_MS)
  try {
    await upload(ctx as never, async () => undefined)
  } catch (error) {
    const code = (error as { code?: string }).code
    throw new AppError(code === 'LIMIT_FILE_SIZE' ? 'file.tooLarge' : 'core.badInput')
  } finally {
    clearTimeout(late)
  }
  const { body } = ctx.request as unknown as { body?: Record<string, unknown> }
  const { file } = ctx as unknown as { file?: { buffer: Buffer } }
  return { input: { ...body }, ...(file ? { attachment: { bytes: file.buffer } } : {}) }
}

/**
 * JSON, or for operations that carry a file multipart with the JSON's fields beside it, from those who
 * may. A file keeps its place until the work on it has ended: its bytes lie in memory as long.
 */
export const withBody = async <T>(
  ctx: Context,
  { operation, actor }: { operation: string; actor: Actor },
  work: (received: Received) => Promise<T>,
): Promise<T> => {
  const contract = contracts[operation as OperationName]
  const carriesFile = contract?.kind === 'command' && contract.carriesFile
  if (!carriesFile || !ctx.is('multipart/form-data')) return work({ input: await readJson(ctx) })
  gate(actor, operation as OperationName)
  takePlace(actor.id)
  try {
    return await work(await readMultipart(ctx))
  } finally {
    leavePlace(actor.id)
  }
}
