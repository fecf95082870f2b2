import { collection, type Stored } from '../../core/collection'

/** The secret itself is nowhere: its keyed hash opens the door, its ending tells it apart. */
export interface KeyDoc extends Stored {
  name: string
  hash: string
  ending: string
  /** Files under this account, which nobody can sign in to. */
  accountId: string
  scopeKeys: string[]
  issuedAt: Date
  issuedById: string
  revokedAt: Date | null
  reason?: string
}

export const Keys = collection<KeyDoc>({
  name: 'open311_keys',
  indexes: [
    { name: 'key_hash', key: { county: 1, hash: 1 }, unique: true },
    { name: 'key_newest', key: { county: 1, scopeKeys: 1, _id: -1 } },
  ],
  duplicate: { _id_: 'open311.keyTaken' },
})
