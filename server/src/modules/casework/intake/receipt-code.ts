import { LETTERS, plainLetters } from '@xiangli/shared/casework/place-codes'
import { services } from '../../../core/services'

/** 16 letters of five bits: 80 bits, far beyond guessing at any rate a throttle lets through. */
const LENGTH = 16

/**
 * The code by which somebody without an account finds their case again. It is worked out of the case
 * by a key, so a retry is answered with the same one, and it is stored nowhere but as a keyed hash.
 */
export const receiptCodeOf = (caseId: string): string => {
  const bytes = Buffer.from(services().vault.hashToken(`receipt of ${caseId}`), 'base64url')
  // A letter of thirty-two from each byte: 256 is a multiple, so every letter is as likely.
  return [...bytes.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
}

export const receiptHashOf = (code: string): string => services().vault.hashToken(`receipt code ${plainLetters(code)}`)

/** As it is read out and written down. */
export const showReceiptCode = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code
