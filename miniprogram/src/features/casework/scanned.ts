import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { newId } from '@/services/ids'
import { origin } from '@/services/origin'
import { requestAs } from '@/services/request'
import { sendFile } from '@/services/send-file'
import { CallError } from '@xiangli/shared/catalog/call'
import type { ErrorBody } from '@xiangli/shared/core/errors'
import { write } from './draft'

export type ScannedPlace = OutputOf<'casework.readPlaceCode'>
type Receipt = OutputOf<'casework.submitAtPlace'>

/** What was scanned fills in the place; the kind is added by the server, which knows the code. */
export function beginAt({ code, name, villageId, villageName, point }: ScannedPlace) {
  write({ scanned: { code, name }, place: { villageId, villageName, ...(point && { point }), words: '' } })
}

interface Said {
  /** Made once and kept over every try, so that sending twice is one report. */
  caseId: string
  key: string
  code: string
  words: string
  phone: string
  photo?: string
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** As nobody: whoever is signed in on this phone has no part in it. */
export async function reportAt({ caseId, key, code, words, phone, photo }: Said): Promise<Receipt> {
  const fields = { caseId, code, ...(words.trim() && { words: words.trim() }), ...(phone.trim() && { phone: phone.trim() }) }
  if (!photo) return requestAs(undefined)('casework.submitAtPlace', fields, { key })
  const { status, text } = await sendFile({
    url: `${origin()}/api/casework.submitAtPlace`, ref: photo, name: 'photo.jpg', fields, headers: { 'Idempotency-Key': key, 'X-Trace-Id': newId() },
  })
  if (status < 200 || status >= 300) throw new CallError(status, parse(text) as Partial<ErrorBody>)
  return parse(text) as Receipt
}
