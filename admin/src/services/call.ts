import type { CommandName, InputOf, OperationName, OutputOf } from '@xiangli/shared/catalog/contracts'
import { CallError, createCall, type CallOptions, type Send } from '@xiangli/shared/catalog/call'
import { ulid } from 'ulid'
import { learnServerTime } from './clock'
import { csrfToken } from './csrf'
import { signedOut } from './session'

const TIMEOUT = 20_000
const TRIES = 4

/** Public and large: the browser keeps these and asks only whether they changed. */
const kept: readonly string[] = ['/api/region.getBorders', '/api/region.listDivisions']

type Request = Parameters<Send>[0]

function requestOf({ path, headers, body }: Request): [string, RequestInit] {
  if (kept.includes(path)) return [`${path}?input=${encodeURIComponent(JSON.stringify(body))}`, { headers }]
  const isForm = body instanceof FormData
  const init = {
    method: 'POST',
    headers: { ...(isForm ? {} : { 'Content-Type': 'application/json' }), 'X-CSRF': csrfToken(), ...headers },
    body: isForm ? body : JSON.stringify(body),
  }
  return [path, init]
}

const send: Send = async (request) => {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), TIMEOUT)
  try {
    const [url, init] = requestOf(request)
    const answer = await fetch(url, { ...init, credentials: 'same-origin', signal: stop.signal })
    const date = answer.headers.get('date')
    if (date) learnServerTime(Date.parse(date))
    const json: unknown = await answer.json().catch(() => ({}))
    return { status: answer.status, body: json, headers: { 'retry-after': answer.headers.get('retry-after') ?? undefined } }
  } catch {
    // Nothing came back: whether it was done is unknown, so the caller may ask again with the same key.
    return { status: 0, body: {} }
  } finally {
    clearTimeout(timer)
  }
}

const rawCall = createCall(send)

export async function call<N extends OperationName>(operation: N, input: InputOf<N>, options: CallOptions = {}): Promise<OutputOf<N>> {
  try {
    return await rawCall(operation, input, { traceId: ulid(), ...options })
  } catch (error) {
    if (error instanceof CallError && error.status === 401 && !operation.startsWith('identity.login')) signedOut()
    throw error
  }
}

const pause = (ms: number) => new Promise((resolve) => { setTimeout(resolve, ms) })

/** Sends a command until something is known about it, always under the key made at the click. */
export async function insist<N extends CommandName>(operation: N, input: InputOf<N>, key: string): Promise<OutputOf<N>> {
  const traceId = ulid()
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(operation, input, { key, traceId })
    } catch (error) {
      const isWorthMore = error instanceof CallError && error.isTransient && error.status !== 429
      if (!isWorthMore || attempt === TRIES) throw error
      await pause((error.retryAfterSeconds ?? 0) * 1000 || 400 * 2 ** attempt * (0.75 + Math.random() / 2))
    }
  }
}

/** One photo, sent as a form beside its JSON fields. */
export async function uploadPhoto(photo: Blob): Promise<OutputOf<'file.upload'>> {
  const form = new FormData()
  const fileId = ulid()
  form.append('fileId', fileId)
  form.append('kind', 'photo')
  form.append('file', photo)
  // The form stands for the same input; the contract's type describes its fields.
  return insist('file.upload', form as unknown as InputOf<'file.upload'>, fileId)
}
