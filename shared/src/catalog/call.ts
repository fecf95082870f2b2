import type { InputOf, OperationName, OutputOf } from './contracts'
import { errors, type ErrorCode } from './errors'
import type { ErrorBody } from '../core/errors'

/** How a client sends one request; each client has its own (fetch, Taro.request). */
export interface Sent {
  path: string
  headers: Record<string, string>
  body: unknown
}
export type Send = (request: Sent) => Promise<{ status: number; body: unknown; headers?: Record<string, string | undefined> }>

/** A refused call, as data: branch on `code`, show `message`, print `traceId` small. */
export class CallError extends Error implements ErrorBody {
  readonly code: ErrorCode | 'network' | 'unknown'
  readonly status: number
  readonly traceId: string
  readonly field?: string
  readonly details?: Record<string, unknown>
  readonly retryAfterSeconds?: number

  constructor(status: number, body: Partial<ErrorBody>, retryAfter?: string) {
    super(body.message ?? textOf(body.code) ?? '网络不太好，内容还在，请稍后再试')
    this.name = 'CallError'
    this.status = status
    this.code = (body.code as ErrorCode | undefined) ?? (status === 0 ? 'network' : 'unknown')
    this.traceId = body.traceId ?? ''
    if (body.field !== undefined) this.field = body.field
    if (body.details !== undefined) this.details = body.details
    if (retryAfter && Number.isFinite(Number(retryAfter))) this.retryAfterSeconds = Number(retryAfter)
  }

  /** Worth sending again with the same key: nothing says it was refused. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 503 || this.status === 429 || this.code === 'core.inFlight' || this.status >= 502
  }
}

const textOf = (code: string | undefined): string | undefined =>
  code && code in errors ? errors[code as ErrorCode].text : undefined

export interface CallOptions {
  /** One per tap, made before the first try and kept over every retry. */
  key?: string
  traceId?: string
}

/** The one way both clients speak to the server: `call('casework.submit', input)`. */
export const createCall = (send: Send) => {
  return async <N extends OperationName>(operation: N, input: InputOf<N>, options: CallOptions = {}): Promise<OutputOf<N>> => {
    const headers: Record<string, string> = {}
    if (options.key) headers['Idempotency-Key'] = options.key
    if (options.traceId) headers['X-Trace-Id'] = options.traceId
    const answer = await send({ path: `/api/${operation}`, headers, body: input })
    if (answer.status >= 200 && answer.status < 300) return answer.body as OutputOf<N>
    throw new CallError(answer.status, (answer.body ?? {}) as Partial<ErrorBody>, answer.headers?.['retry-after'])
  }
}
