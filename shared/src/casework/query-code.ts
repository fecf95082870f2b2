import { LETTERS, plainLetters } from './letters'

const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/

/** Bits to letters, the highest first; what is left of the first letter is 0. */
export const toLetters = (bytes: Uint8Array, letters: number): string => {
  let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let said = ''
  for (let at = 0; at < letters; at += 1) {
    said = LETTERS[Number(value & 31n)] + said
    value >>= 5n
  }
  return said
}

export const spacedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** As somebody writes it down: small letters, spaces, O for 0, I or L for 1. Null when it is no code. */
export const normalCode = (said: string): string | null => {
  const code = plainLetters(said)
  return CODE.test(code) ? code : null
}
