import { blindIndex, hashToken, inputDigest } from './digest'
import type { FieldPlace } from './field'
import { isSealedWithCurrent, openField, sealField } from './field'
import type { KeyProvider } from './keys'
import { signLink, verifyLink } from './link'

/** Everything keyed, bound to one set of keys; the only object that modules need to be given. */
export const createVault = (keys: KeyProvider) => ({
  sealField: (plain: string, place: FieldPlace) => sealField(keys, plain, place),
  openField: (sealed: string, place: FieldPlace) => openField(keys, sealed, place),
  isSealedWithCurrent: (sealed: string) => isSealedWithCurrent(keys, sealed),
  blindIndex: (value: string, purpose: string) => blindIndex(keys, value, purpose),
  hashToken: (token: string) => hashToken(keys, token),
  signLink: (path: string, expires: Date) => signLink(keys, path, expires),
  verifyLink: (link: string, now: Date) => verifyLink(keys, link, now),
  inputDigest: (canonicalJson: string, operation: string) => inputDigest(keys, canonicalJson, operation),
})

export type Vault = ReturnType<typeof createVault>
