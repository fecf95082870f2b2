import Taro from '@tarojs/taro'
import { CallError, createCall, type CallOptions, type Send } from '@xiangli/shared/catalog/call'
import type { InputOf, OperationName, OutputOf } from '@xiangli/shared/catalog/contracts'
import { newId } from './ids'
import { useNetwork } from './network'
import { origin } from './origin'

const TIMEOUT = 20_000

const send = (token: string | undefined): Send => async ({ path, headers, body }) => {
  try {
    const answer = await Taro.request<unknown>({
      url: `${origin()}${path}`, method: 'POST', data: body, timeout: TIMEOUT, dataType: 'json', credentials: 'omit',
      header: { 'Content-Type': 'application/json', ...headers, ...(token && { Authorization: `Bearer ${token}` }) },
    })
    useNetwork.setState({ isOnline: true })
    return { status: answer.statusCode, body: answer.data, headers: lowerCase(answer.header as Record<string, string>) }
  } catch {
    return { status: 0, body: undefined }
  }
}

const lowerCase = (header: Record<string, string> | undefined) =>
  Object.fromEntries(Object.entries(header ?? {}).map(([name, value]) => [name.toLowerCase(), value]))

/** One request as somebody, or as nobody; who that is, is the session's business. */
export const requestAs = (token: string | undefined) => {
  const ask = createCall(send(token))
  return <N extends OperationName>(operation: N, input: InputOf<N>, options: CallOptions = {}): Promise<OutputOf<N>> =>
    ask(operation, input, { traceId: newId(), ...options })
}

export const asCallError = (cause: unknown): CallError =>
  cause instanceof CallError ? cause : new CallError(500, { code: 'core.unexpected', message: String(cause) })
