import { createCall, CallError, type CallOptions } from '@xiangli/shared/catalog/call'
import type { InputOf, OperationName, OutputOf } from '@xiangli/shared/catalog/contracts'

/** How a try ended: `ok`, or the code of its refusal. */
export interface Outcome<N extends OperationName> {
  code: string
  output?: OutputOf<N>
  error?: CallError
}

export interface Person {
  id: string
  name: string
  token: string
  call: <N extends OperationName>(operation: N, input: InputOf<N>, options?: CallOptions) => Promise<OutputOf<N>>
  tries: <N extends OperationName>(operation: N, input: InputOf<N>, options?: CallOptions) => Promise<Outcome<N>>
  upload: (kind: 'photo' | 'voice', bytes: Uint8Array, fileId: string) => Promise<OutputOf<'file.upload'>>
}

/** Speaks to the server as a client does: over HTTP, with a bearer token. */
export const speakAs = (url: string, token: string | undefined) => {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const call = createCall(async ({ path, headers, body }) => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: await answer.json(), headers: { 'retry-after': answer.headers.get('retry-after') ?? undefined } }
  })
  const tries: Person['tries'] = async (operation, input, options) => {
    try {
      return { code: 'ok', output: await call(operation, input, options) }
    } catch (error) {
      if (error instanceof CallError) return { code: error.code, error }
      throw error
    }
  }
  const upload: Person['upload'] = async (kind, bytes, fileId) => {
    const form = new FormData()
    form.set('fileId', fileId)
    form.set('kind', kind)
    form.set('file', new Blob([Buffer.from(bytes)]), kind === 'photo' ? 'a.jpg' : 'a.mp3')
    const answer = await fetch(`${url}/api/file.upload`, { method: 'POST', headers: authorization, body: form })
    const body = (await answer.json()) as OutputOf<'file.upload'>
    if (!answer.ok) throw new CallError(answer.status, body as never)
    return body
  }
  return { call, tries, upload }
}
