import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyProvider } from './keys'

/** Where a sealed value lives. It is authenticated, so a value moved to another record or field does not open. */
export interface FieldPlace {
  collection: string
  id: string
  field: string
}

const IV_BYTES = 12
const TAG_BYTES = 16
const SEALED = /^v([1-9]\d{0,5})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22,})$/

const aadOf = ({ collection, id, field }: FieldPlace): Buffer => {
  if ([collection, id, field].some((part) => part === '' || part.includes(':'))) {
    throw new Error('a sealed field needs collection, id and field, each without a colon')
  }
  return Buffer.from(`${collection}:${id}:${field}`)
}

const keyOf = (keys: KeyProvider, version: string): Buffer => {
  const key = keys.fieldKey(version)
  if (!key) throw new Error(`no field key of version ${version}`)
  return key
}

/** AES-256-GCM under the current key: `v1.<iv>.<ciphertext+tag>`, base64url. */
export const sealField = (keys: KeyProvider, plain: string, place: FieldPlace): string => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys, keys.current), iv).setAAD(aadOf(place))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `v${keys.current}.${iv.toString('base64url')}.${body.toString('base64url')}`
}

export const openField = (keys: KeyProvider, sealed: string, place: FieldPlace): string => {
  const [, version, iv, body] = SEALED.exec(sealed) ?? []
  if (!version || !iv || !body) throw new Error('not a sealed field')
  const key = keyOf(keys, version)
  const bytes = Buffer.from(body, 'base64url')
  // Base64 has spare bits at its end; only one spelling of a value is accepted.
  if (bytes.toString('base64url') !== body) throw new Error('not a sealed field')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: TAG_BYTES })
  decipher.setAAD(aadOf(place)).setAuthTag(bytes.subarray(-TAG_BYTES))
  const start = decipher.update(bytes.subarray(0, -TAG_BYTES))
  try {
    return Buffer.concat([start, decipher.final()]).toString('utf8')
  } catch {
    throw new Error(`sealed field ${place.collection}.${place.field} was altered or belongs elsewhere`)
  }
}

/** A value sealed under an older key should be sealed again the next time its record is written. */
export const isSealedWithCurrent = (keys: KeyProvider, sealed: string): boolean => sealed.startsWith(`v${keys.current}.`)
