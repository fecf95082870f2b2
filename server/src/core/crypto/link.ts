import { createHmac, timingSafeEqual } from 'node:crypto'
import type { KeyProvider } from './keys'

const HOUR_SECONDS = 3600
const SIGNED = /^([^?#]+)\?e=([1-9]\d{0,11})&s=([A-Za-z0-9_-]{43})$/

const signatureOf = (keys: KeyProvider, path: string, seconds: number): string =>
  createHmac('sha256', keys.linkKey).update(`${path}\n${seconds}`).digest('base64url')

/** `path?e=…&s=…`. Expiry goes up to the full hour, so one file keeps one link for an hour and caches. */
export const signLink = (keys: KeyProvider, path: string, expires: Date): string => {
  if (!/^\/[^?#\s]*$/.test(path)) throw new Error('only an absolute path without query or spaces can be signed')
  const seconds = Math.ceil(expires.getTime() / 1000 / HOUR_SECONDS) * HOUR_SECONDS
  return `${path}?e=${seconds}&s=${signatureOf(keys, path, seconds)}`
}

export const verifyLink = (keys: KeyProvider, link: string, now: Date): boolean => {
  const [, path, expires, signature] = SIGNED.exec(link) ?? []
  if (!path || !expires || !signature) return false
  const isGenuine = timingSafeEqual(Buffer.from(signatureOf(keys, path, Number(expires))), Buffer.from(signature))
  return isGenuine && now.getTime() < Number(expires) * 1000
}
