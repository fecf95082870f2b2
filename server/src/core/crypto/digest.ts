import { createHmac, randomBytes } from 'node:crypto'
import type { KeyProvider } from './keys'

const hmac = (key: Buffer, domain: string, value: string): string =>
  createHmac('sha256', key).update(domain).update('\0').update(value).digest('base64url')

/** One spelling per value: full-width digits, spaces, dashes and a lower-case x all index alike. */
const normalised = (value: string): string => value.normalize('NFKC').replace(/[\s\u2010-\u2015-]/gu, '').toUpperCase()

/**
 * A keyed index of a sealed value, for equality search and uniqueness. 22 characters are 132 bits.
 * The purpose separates fields, so that a phone and a number with equal digits do not meet.
 */
export const blindIndex = (keys: KeyProvider, value: string, purpose: string): string =>
  hmac(keys.indexKey, purpose, normalised(value)).slice(0, 22)

/** What is stored of a session, query or pick-up code. */
export const hashToken = (keys: KeyProvider, token: string): string => hmac(keys.tokenKey, 'token', token)

/** The journal's proof of what was sent, without keeping it. The JSON must be canonical. */
export const inputDigest = (keys: KeyProvider, canonicalJson: string, operation: string): string =>
  hmac(keys.journalKey, operation, canonicalJson)

export const randomToken = (bytes = 32): string => randomBytes(bytes).toString('base64url')
