import Taro from '@tarojs/taro'
import { CallError } from '@xiangli/shared/core/call'
import type { ErrorBody } from '@xiangli/shared/core/errors'
import { newId } from './ids'
import { openFile } from './kept'
import { origin } from './origin'
import { useSession } from './session'

export interface Attachment {
  fileId: string
  kind: 'photo' | 'voice'
  /** Where the kept copy is. */
  ref: string
  isUploaded: boolean
}

const TIMEOUT = 60_000

function parse(data: unknown): Partial<ErrorBody> {
  try {
    return (typeof data === 'string' ? JSON.parse(data) : data) as Partial<ErrorBody>
  } catch {
    return {}
  }
}

const isRead = (status: number) => status >= 200 && status < 300

/** The file's own id is the idempotency key: sent twice, it is one file. */
export async function upload({ fileId, kind, ref }: Attachment): Promise<void> {
  const filePath = await openFile(ref)
  const { token } = useSession.getState()
  const answer = await Taro.uploadFile({
    url: `${origin()}/api/file.upload`, filePath, name: 'file', fileName: kind === 'photo' ? 'photo.jpg' : 'voice.mp3',
    formData: { fileId, kind }, timeout: TIMEOUT,
    header: { 'Idempotency-Key': fileId, 'X-Trace-Id': newId(), ...(token && { Authorization: `Bearer ${token}` }) },
  }).catch(() => ({ statusCode: 0, data: '' }))
  if (!isRead(answer.statusCode)) throw new CallError(answer.statusCode, parse(answer.data))
}
