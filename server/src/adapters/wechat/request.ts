import { z } from 'zod'
import { AdapterError } from './adapter-error'
import { fieldOf, kindOfErrcode } from './errcodes'

export interface Call {
  path: string
  query?: Record<string, string>
  body?: Record<string, unknown>
  /** May be sent again after any network failure: asking twice does no more than asking once. */
  isRepeatable: boolean
}

const Refusal = z.object({ errcode: z.number().optional(), errmsg: z.string().optional() })

/** Failures in which no byte of the request can have reached the other side. */
const NEVER_SENT: readonly string[] = [
  'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT',
]

const codesOf = (error: unknown): string[] => {
  if (typeof error !== 'object' || error === null) return []
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const inner = 'errors' in error && Array.isArray(error.errors) ? error.errors.flatMap(codesOf) : []
  return [...own, ...inner, ...('cause' in error ? codesOf(error.cause) : [])]
}

const wasNeverSent = (error: unknown): boolean => {
  const codes = codesOf(error)
  return codes.length > 0 && codes.every((code) => NEVER_SENT.includes(code))
}

const unavailable = (call: Call, why: string): AdapterError =>
  new AdapterError(`wechat ${call.path}: ${why}`, { kind: 'unavailable' })

export interface Wire {
  baseUrl: string
  timeoutMs: number
}

const send = (wire: Wire, { path, query, body }: Call): Promise<Response> => {
  const url = `${wire.baseUrl}${path}${query ? `?${new URLSearchParams(query)}` : ''}`
  const signal = AbortSignal.timeout(wire.timeoutMs)
  if (!body) return fetch(url, { signal, redirect: 'error' })
  const headers = { 'Content-Type': 'application/json' }
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal, redirect: 'error' })
}

/** WeChat's answers are JSON under several content types, so the text decides. */
const readAnswer = async (wire: Wire, call: Call): Promise<unknown> => {
  const response = await send(wire, call)
  const text = await response.text()
  if (!response.ok) throw unavailable(call, `status ${response.status}`)
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw unavailable(call, 'the answer is not JSON')
  }
}

/**
 * One call, and after a network failure at most one more: always when nothing was sent, otherwise only
 * when repeating is harmless. Causes are not passed on, they may hold an address with a secret in it.
 */
const readWithRetry = async (wire: Wire, call: Call): Promise<unknown> => {
  try {
    return await readAnswer(wire, call)
  } catch (error) {
    if (!call.isRepeatable && !wasNeverSent(error)) throw asUnavailable(call, error)
  }
  try {
    return await readAnswer(wire, call)
  } catch (error) {
    throw asUnavailable(call, error)
  }
}

const asUnavailable = (call: Call, error: unknown): AdapterError => {
  if (error instanceof AdapterError) return error
  const isLate = typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError'
  return unavailable(call, isLate ? 'no answer in time' : (codesOf(error)[0] ?? 'network failure'))
}

/** The answer in its expected shape; an errcode other than 0 throws what it means. */
export const request = async <T>(wire: Wire, call: Call, shape: z.ZodType<T>): Promise<T> => {
  const answer = await readWithRetry(wire, call)
  const { errcode = 0, errmsg = '' } = Refusal.safeParse(answer).data ?? {}
  if (errcode !== 0) {
    const field = fieldOf(errmsg)
    const said = `wechat ${call.path}: ${errcode} ${errmsg.slice(0, 200)}`
    throw new AdapterError(said, { kind: kindOfErrcode(errcode), errcode, ...(field ? { field } : {}) })
  }
  const parsed = shape.safeParse(answer)
  if (!parsed.success) throw unavailable(call, 'the answer has an unknown shape')
  return parsed.data
}
