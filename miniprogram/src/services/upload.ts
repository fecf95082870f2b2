import { CallError } from '@xiangli/shared/catalog/call'
import type { ErrorBody } from '@xiangli/shared/core/errors'
import { newId } from './ids'
import { origin } from './origin'
import { sendFile } from './send-file'
import { useSession } from './session'

export interface Attachment {
  fileId: string
  kind: 'photo' | 'voice'
  /** Where the kept copy is. */
  ref: string
  isUploaded: boolean
}

function parse(text: string): Partial<ErrorBody> {
  try {
    return JSON.parse(text) as Partial<ErrorBody>
  } catch {
    return {}
  }
}

/** The file's own id is the idempotency key: sent twice, it is one file. */
export async function upload({ fileId, kind, ref }: Attachment): Promise<void> {
  const { token } = useSession.getState()
  const { status, text } = await sendFile({
    url: `${origin()}/api/file.upload`, ref, name: kind === 'photo' ? 'photo.jpg' : 'voice.mp3', fields: { fileId, kind },
    headers: { 'Idempotency-Key': fileId, 'X-Trace-Id': newId(), ...(token && { Authorization: `Bearer ${token}` }) },
  })
  if (status < 200 || status >= 300) throw new CallError(status, parse(text))
}
