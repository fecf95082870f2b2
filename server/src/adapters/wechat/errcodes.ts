import type { AdapterErrorKind } from './adapter-error'

/** The token is stale: fetch another and ask once more; nothing was done. */
export const STALE_TOKEN: readonly number[] = [40001, 40014, 42001]

/** System busy, quotas and anything unheard of are left out: they are `unavailable`. */
const KINDS: Record<number, AdapterErrorKind> = {
  // appid, secret, grant type, address list, frozen secret, API not granted, template or page unknown
  40002: 'misconfigured', 40013: 'misconfigured', 40125: 'misconfigured', 41002: 'misconfigured', 41004: 'misconfigured',
  40164: 'misconfigured', 40243: 'misconfigured', 48001: 'misconfigured', 40037: 'misconfigured', 41030: 'misconfigured',
  // code invalid, used, missing or of a risky user; openid unknown; message refused or its data wrong
  40029: 'refused', 40163: 'refused', 41008: 'refused', 40226: 'refused', 40003: 'refused', 43101: 'refused', 47003: 'refused',
}

export const kindOfErrcode = (errcode: number): AdapterErrorKind => KINDS[errcode] ?? 'unavailable'

/** `argument invalid! data.thing1.value is empty` → `thing1`. */
export const fieldOf = (errmsg: string): string | undefined => /data\.([a-z_]+\d+)\.value/.exec(errmsg)?.[1]
