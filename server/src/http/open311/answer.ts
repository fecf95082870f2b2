import { XMLBuilder } from 'fast-xml-parser'
import type { Context } from 'koa'
import { AppError } from '../../core/fail'
import { describeError, log } from '../../core/log'

export type Format = 'json' | 'xml'

/** Refused in the words of the specification: its numbers, its shape. */
export class GeoRefusal extends Error {
  constructor(readonly code: 400 | 403 | 404 | 413 | 429 | 503, description: string) {
    super(description)
  }
}
export const refuseGeo = (code: GeoRefusal['code'], description: string): never => {
  throw new GeoRefusal(code, description)
}

const builder = new XMLBuilder({ format: true, suppressEmptyNode: false, processEntities: true })

// Characters XML 1.0 cannot hold at all, escaped or not.
// oxlint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Lists are wrapped by the singular of their name, as the specification's examples are (`services` ⇊ `service`). */
const ITEMS: Record<string, string> = {
  services: 'service', service_requests: 'request', attributes: 'attribute', values: 'value', errors: 'error', endpoints: 'endpoint', formats: 'format', updates: 'update', photos: 'photo',
}

const nested = (name: string, value: unknown): unknown => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return { [ITEMS[name] ?? 'item']: value.map((each) => nested('', each)) }
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, nested(key, each)]))
  return typeof value === 'string' ? value.replace(UNFIT, '') : value
}

export const asXml = (root: string, value: unknown): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ [root]: nested(root, value) })}`

/** One value, two spellings: the JSON is the list itself, the XML has the root around it. */
export const answerGeo = (ctx: Context, { format, root, value }: { format: Format; root: string; value: unknown }): void => {
  ctx.set('Content-Type', format === 'xml' ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8')
  ctx.body = format === 'xml' ? asXml(root, value) : JSON.stringify(value)
}

const STATUS: Record<number, GeoRefusal['code']> = { 401: 403, 403: 403, 404: 404, 413: 413, 429: 429, 503: 503 }

const refusalOf = (ctx: Context, error: unknown): { code: number; description: string } => {
  if (error instanceof GeoRefusal) return { code: error.code, description: error.message }
  if (error instanceof AppError && error.status < 500) return { code: STATUS[error.status] ?? 400, description: error.message }
  if (error instanceof AppError && error.status === 503) return { code: 503, description: error.message }
  log.error({ trace: String(ctx.state.trace), path: ctx.path, error: describeError(error) }, 'unexpected')
  return { code: 500, description: '系统出了点问题，请稍后再试' }
}

export const answerRefusal = (ctx: Context, format: Format, error: unknown): void => {
  const refusal = refusalOf(ctx, error)
  ctx.status = refusal.code
  if (error instanceof AppError && error.about.retryAfterSeconds) ctx.set('Retry-After', String(error.about.retryAfterSeconds))
  answerGeo(ctx, { format, root: 'errors', value: [refusal] })
}
