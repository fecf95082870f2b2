import { readKept } from './kept.h5'
import type { FileToSend } from './send-file'

const TIMEOUT = 60_000

export async function sendFile({ url, ref, name, fields, headers }: FileToSend): Promise<{ status: number; text: string }> {
  const form = new FormData()
  Object.entries(fields).forEach(([field, value]) => form.append(field, value))
  form.append('file', await readKept(ref), name)
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), TIMEOUT)
  try {
    const answer = await fetch(url, { method: 'POST', body: form, headers, credentials: 'omit', signal: giveUp.signal })
    return { status: answer.status, text: await answer.text() }
  } catch {
    return { status: 0, text: '' }
  } finally {
    clearTimeout(timer)
  }
}
