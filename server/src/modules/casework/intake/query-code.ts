import { toLetters } from '@xiangli/shared/casework/query-code'
import { ambient } from '../../../core/context'
import { services } from '../../../core/services'

/**
 * 查询码: by it somebody without an account, or who hides behind a pseudonym, finds their case again. 80
 * bits, worked out of the case by key: a retry is answered with the same one, and only a hash is kept.
 */
export const codeOf = (caseId: string): string =>
  toLetters(Buffer.from(services().vault.blindIndex(`${ambient().county}|${caseId}`, 'casework.queryCode'), 'base64url').subarray(0, 16), 16)

export const hashOfCode = (code: string): string => services().vault.hashToken(`casework.queryCode:${code}`)
