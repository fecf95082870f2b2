import { z } from 'zod'
import { CALLED_BACK, PLATFORM_STATES } from '@xiangli/shared/hotline/states'
import { HotlineError, type Hotline, type Sent } from './hotline'

interface Wire {
  baseUrl: string
  token: string
  timeoutMs: number
}

const Said = z.string().max(4000).nullish().transform((said) => said ?? undefined)
const At = z.iso.datetime({ offset: true }).transform((at) => new Date(at))
const Order = z.object({
  number: z.string().min(1).max(80), issuedAt: At, words: z.string().max(20_000), title: Said, name: Said, phone: Said, occurredAt: Said,
  due: Said, category: Said, grade: Said, town: Said, village: Said, address: Said,
})
const CallBack = z.object({ id: z.string().min(1).max(80), number: z.string().min(1).max(80), satisfied: z.enum(CALLED_BACK), words: Said, at: At })
const Standing = z.object({ number: z.string().min(1).max(80), state: z.enum(PLATFORM_STATES) })
const Page = z.object({ items: z.array(z.unknown()).max(100), next: z.string().max(200).optional() })
const VerdictShape = z.object({ isAgreed: z.boolean(), reason: Said, due: At.optional() })
const Refusal = z.object({ message: z.string() })

/** Far more pages than a day has; a platform that never ends is left. */
const MAX_PAGES = 200
const MAX_BYTES = 4 * 1024 * 1024

const ask = async ({ baseUrl, token, timeoutMs }: Wire, path: string, body?: object): Promise<unknown> => {
  const response = await fetch(baseUrl + path, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(timeoutMs),
    redirect: 'error',
  })
  const text = await response.text()
  if (response.status === 422) throw new HotlineError(Refusal.safeParse(jsonOf(text)).data?.message.slice(0, 200) ?? '平台没有说明原因', 'refused')
  if (!response.ok || text.length > MAX_BYTES) throw new HotlineError(`status ${response.status}`, 'unavailable')
  return jsonOf(text)
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new HotlineError('the answer is not JSON', 'unavailable')
  }
}

/** Causes are not passed on: they may hold an address. */
const request = async <T>(wire: Wire, { path, body }: { path: string; body?: object }, shape: z.ZodType<T>): Promise<T> => {
  const answer = await ask(wire, path, body).catch((error: unknown) => {
    throw error instanceof HotlineError ? error : new HotlineError('no answer', 'unavailable')
  })
  const parsed = shape.safeParse(answer)
  if (!parsed.success) throw new HotlineError('the answer has an unknown shape', 'unavailable')
  return parsed.data
}

/** Every page of a list. One row that makes no sense does not keep the others away; the nightly comparison shows it. */
const readAll = async <T>(wire: Wire, { path, query }: { path: string; query: Record<string, string> }, shape: z.ZodType<T>): Promise<T[]> => {
  const found: T[] = []
  let after: string | undefined
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const asked = new URLSearchParams({ ...query, ...(after ? { after } : {}) })
    const { items, next } = await request(wire, { path: `${path}?${asked}` }, Page)
    found.push(...items.flatMap((item) => shape.safeParse(item).data ?? []))
    if (!next) return found
    after = next
  }
  return found
}

const Anything = z.object({})
const at = ({ number }: Sent, word: string): string => `/v1/orders/${encodeURIComponent(number)}/${word}`

/** The one platform there is so far: our own small protocol; see the README beside it. */
export const createHttpHotline = (wire: Wire): Hotline => ({
  fetchOrders: (since, until) => readAll(wire, { path: '/v1/orders', query: { since: since.toISOString(), until: until.toISOString() } }, Order),
  fetchCallBacks: (since) => readAll(wire, { path: '/v1/call-backs', query: { since: since.toISOString() } }, CallBack),
  fetchDay: (day) => readAll(wire, { path: `/v1/days/${day}`, query: {} }, Standing),
  sign: async ({ messageId, number }) => void (await request(wire, { path: at({ messageId, number }, 'sign'), body: { messageId } }, Anything)),
  reply: async ({ number, messageId, isDone, words }) =>
    void (await request(wire, { path: at({ messageId, number }, 'reply'), body: { messageId, isDone, words } }, Anything)),
  returnOrder: ({ number, messageId, reason }) => request(wire, { path: at({ messageId, number }, 'return'), body: { messageId, reason } }, VerdictShape),
  askExtension: ({ number, messageId, until, reason }) =>
    request(wire, { path: at({ messageId, number }, 'extension'), body: { messageId, until: until.toISOString(), reason } }, VerdictShape),
})
