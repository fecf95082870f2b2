import { z } from 'zod'
import { command, query } from '../core/contract'
import { Cursor, Id, Instant, page, PageSize, text } from '../core/fields'

export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  /** The last four characters, to tell keys apart; the rest is known to its holder only. */
  ending: z.string(),
  issuedAt: Instant,
  issuedByName: z.string(),
  revokedAt: Instant.optional(),
  reason: z.string().optional(),
})
export type ApiKey = z.infer<typeof ApiKey>

export const open311Contract = {
  'open311.listKeys': query({
    scope: 'staff',
    summary: '开放接口的密钥，新的在前',
    input: z.object({ limit: PageSize, cursor: Cursor.optional() }),
    output: page(ApiKey),
    errors: [],
  }),
  'open311.issueKey': command({
    summary: '发一个开放接口密钥；密钥只在这一次显示',
    input: z.object({ keyId: Id, name: text(40) }),
    output: z.object({ key: ApiKey, secret: z.string().optional() }),
    errors: ['open311.keyTaken'],
  }),
  'open311.revokeKey': command({
    summary: '吊销密钥，写明理由；马上不能再用',
    input: z.object({ keyId: Id, reason: text(200) }),
    output: ApiKey,
    errors: [],
  }),
}
